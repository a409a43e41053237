import type { ReactNode } from 'react'
import { Footer } from '@/components/site/footer'
import { Masthead } from '@/components/site/masthead'
import { freshSite } from '@/lib/appearance/queries/site'
import { conformity } from '@/lib/operations/accessibility'

/** Renders the shell of every reader page. */
export default async function ReadersLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Masthead site={await freshSite()} />
      <main id="contenu" className="mx-auto w-full max-w-2xl px-5 pt-8 pb-16" tabIndex={-1}>
        {children}
      </main>
      <Footer conformity={conformity().state} />
    </>
  )
}
