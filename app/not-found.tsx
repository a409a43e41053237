import Link from 'next/link'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { Footer } from '@/components/site/footer'
import { Masthead } from '@/components/site/masthead'
import { freshSite } from '@/lib/appearance/queries/site'
import { conformity } from '@/lib/operations/accessibility'

export default async function NotFound() {
  // Rendered for each request: its scripts need the nonce of that one (docs/decisions/guards.md).
  await connection()
  const t = await getTranslations('notFound')
  return (
    <>
      <Masthead site={await freshSite()} />
      <main id="contenu" className="mx-auto w-full max-w-2xl px-5 pt-10 pb-16" tabIndex={-1}>
        <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
        <p className="mt-4 text-lg">{t('text')}</p>
        <p className="mt-6 font-sans">
          <Link href="/">{t('home')}</Link>
        </p>
      </main>
      <Footer conformity={conformity().state} />
    </>
  )
}
