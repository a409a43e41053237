import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '@/components/site/language-switch'
import { StaffHeader } from '@/components/staff/staff-header'
import { freshSite } from '@/lib/appearance/queries/site'
import { currentStaff } from '@/lib/staff/gate'

export const metadata: Metadata = { robots: { index: false } }

/** Renders the shell of every staff page. It only shows who is signed in; each page authorises its own requests. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const [staff, t] = await Promise.all([currentStaff(), getTranslations('site')])
  return (
    <>
      <StaffHeader staff={staff} site={await freshSite()} />
      <main id="contenu" className="mx-auto w-full max-w-5xl px-5 pt-8 pb-20" tabIndex={-1}>
        {children}
      </main>
      <footer className="mx-auto max-w-5xl px-5 pb-12 text-muted text-sm">
        <Link href="/plan" prefetch={false} className="inline-block py-2 font-sans">
          {t('plan')}
        </Link>
        <LanguageSwitch />
      </footer>
    </>
  )
}
