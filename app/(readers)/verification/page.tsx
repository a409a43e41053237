import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { VerdictView } from '@/components/verification/verdict'
import { VerifyForm } from '@/components/verification/verify-form'
import { alternates, unlessAsked } from '@/lib/platform/i18n/locale'
import { cookieOf, TYPED_RECEIPT_COOKIE } from '@/lib/readers/cookies'
import { checkHere } from './server-check'

type Given = Record<'inconnu' | 'trouve', string | string[] | undefined>
type Props = { searchParams: Promise<Given> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, given] = await Promise.all([getTranslations('verification'), searchParams])
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternates('/verification'),
    robots: unlessAsked(given),
  }
}

/** Renders the page on which a reader checks that their ballot is in the published chain, unchanged. */
export default async function VerificationPage({ searchParams }: Props) {
  const [{ inconnu, trouve }, jar, t, { verification }] = await Promise.all([
    searchParams,
    cookies(),
    getTranslations('verification'),
    getMessages(),
  ])
  const checked = typeof trouve === 'string' ? await checkHere(trouve) : undefined
  const unknown = inconnu === undefined ? undefined : t('unknown')
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-4 text-lg">{t('lead')}</p>
      <noscript>
        <Notice className="mt-4">{t('noScript')}</Notice>
      </noscript>
      <NextIntlClientProvider messages={{ verification }}>
        <VerifyForm typed={unknown && cookieOf(jar, TYPED_RECEIPT_COOKIE)} unknown={unknown}>
          {checked === 'too-long' && (
            <Notice role="status" tone="problem">
              {t('tooLong')}
            </Notice>
          )}
          {checked && checked !== 'too-long' && <VerdictView {...checked} by="server" />}
        </VerifyForm>
      </NextIntlClientProvider>
      <section aria-labelledby="comment" className="mt-10 border-rule border-t pt-6">
        <h2 id="comment" className="font-semibold text-xl">
          {t('how.title')}
        </h2>
        <ul className="mt-2 list-disc space-y-1.5 pl-6">
          <li>{t('how.leaf')}</li>
          <li>{t('how.chain')}</li>
          <li>{t('how.seal')}</li>
          <li>{t('how.limits')}</li>
        </ul>
      </section>
    </>
  )
}
