import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { KeptEntry } from '@/components/privacy/kept-entry'
import { KEPT, REMAINS, REMAINS_TIMES } from '@/lib/operations/retention'
import { alternates } from '@/lib/platform/i18n/locale'
import { env } from '@/lib/platform/runtime/env'

const NEVER = ['account', 'address', 'cookie', 'others', 'link'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy')
  return { title: t('title'), description: t('lead'), alternates: alternates('/vie-privee') }
}

/** Renders what is kept about whom, why and for how long: from the list that the server deletes by. */
export default async function PrivacyPage() {
  await connection()
  const t = await getTranslations('privacy')
  const { AVIS_PUBLISHER: publisher, AVIS_CONTACT: contact } = env()
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-4 text-lg">{t('lead')}</p>
      <h2 className="mt-10 font-semibold text-2xl">{t('who')}</h2>
      <p className="mt-3">{publisher ? t('whoKnown', { publisher }) : t('whoUnknown')}</p>
      {contact && <p className="mt-2">{t('contact', { contact })}</p>}
      <h2 className="mt-10 font-semibold text-2xl">{t('never')}</h2>
      <ul className="mt-3 list-disc space-y-2 pl-5">
        {NEVER.map((name) => (
          <li key={name}>{t(`neverItems.${name}`)}</li>
        ))}
      </ul>
      <h2 className="mt-10 font-semibold text-2xl">{t('kept')}</h2>
      <ul>
        {KEPT.map((kept) => (
          <KeptEntry key={kept.id} id={kept.id} time={'time' in kept ? kept.time : 0} />
        ))}
      </ul>
      <h2 className="mt-10 font-semibold text-2xl">{t('remains')}</h2>
      <p className="mt-3">{t('remainsLead')}</p>
      <ul className="mt-3 list-disc space-y-2 pl-5">
        {REMAINS.map((name) => (
          <li key={name}>{t(`remainsItems.${name}`, REMAINS_TIMES)}</li>
        ))}
      </ul>
      <h2 className="mt-10 font-semibold text-2xl">{t('rights')}</h2>
      <p className="mt-3">{t('rightsText')}</p>
      <p className="mt-3 font-sans">
        <Link href="/recu">{t('receipt')}</Link>
      </p>
      <p className="mt-3">{t('complaint')}</p>
    </>
  )
}
