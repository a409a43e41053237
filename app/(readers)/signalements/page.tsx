import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { described, Field, TextInput } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { findReport } from '@/lib/comments/queries/report'
import type { ReportStatus } from '@/lib/comments/schema'
import { alternates, unlessAsked } from '@/lib/platform/i18n/locale'
import { getFormat } from '@/lib/platform/i18n/next-intl'
import { cookieOf, REPORT_RECEIPT_COOKIE } from '@/lib/readers/cookies'
import { readReceipt } from '@/lib/readers/rules/typed-receipt'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, given] = await Promise.all([getTranslations('reports'), searchParams])
  return {
    title: t('statusTitle'),
    description: t('statusLead'),
    alternates: alternates('/signalements'),
    robots: unlessAsked(given),
  }
}

/** Renders the answer to a report, found by the report's receipt. */
export default async function ReportsPage({ searchParams }: Props) {
  const [{ envoye, inconnu }, jar, t] = await Promise.all([searchParams, cookies(), getTranslations()])
  const typed = cookieOf(jar, REPORT_RECEIPT_COOKIE)
  const code = typed && readReceipt(typed)
  const report = code ? await findReport(code) : undefined
  const unknown = inconnu !== undefined && !report && t('problems.report_not_found')
  return (
    <>
      <h1 className="font-semibold text-3xl leading-tight">{t('reports.statusTitle')}</h1>
      {envoye !== undefined && report && (
        <Notice role="status" className="mt-6">
          <p>{t('reports.sent')}</p>
          <p className="mt-2">
            <code className="font-mono font-semibold text-lg tracking-wide" data-testid="report-receipt">
              {code}
            </code>
          </p>
          <p className="mt-1 text-sm">{t('reports.keep')}</p>
        </Notice>
      )}
      {report && <Status report={report} />}
      {unknown && (
        <Notice role="alert" className="mt-6">
          <a href="#code">{unknown}</a>
        </Notice>
      )}
      <form method="post" action="/api/v1/report-receipts" className="mt-8">
        <Field id="code" label={t('reports.code')} hint={t('receipt.hint')} error={unknown}>
          <TextInput
            {...described('code', { hint: true, error: unknown })}
            name="code"
            required
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            defaultValue={unknown ? typed : undefined}
          />
        </Field>
        <Button type="submit" className="mt-4">
          {t('reports.find')}
        </Button>
      </form>
    </>
  )
}

async function Status({ report }: { report: ReportStatus }) {
  const [t, m, format] = await Promise.all([
    getTranslations('reports'),
    getTranslations('moderation'),
    getFormat(),
  ])
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' })
  return (
    <section aria-label={t('state')} className="mt-6 font-sans">
      <p>{t('sentAt', { date: date(report.at), reason: m(`reason.${report.reason}` as 'reason.insult') })}</p>
      <p className="mt-2 font-semibold">
        {t(`states.${report.state}`)}{' '}
        {report.answeredAt && <span className="font-normal">{date(report.answeredAt)}</span>}
      </p>
      <p className="mt-2">
        <a href={`/consultations/${report.slug}/resultats`}>{t('back')}</a>
      </p>
    </section>
  )
}
