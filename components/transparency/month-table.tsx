import { useTranslations } from 'next-intl'
import { useFormat } from '@/components/ui/use-format'
import { REASON_CODES } from '@/lib/comments/rules/reasons'
import type { TransparencyMonth } from '@/lib/comments/rules/transparency'

const HOUR = 3_600

/** Renders one month of moderation as a table of two columns: it fits any phone, and any screen reader. */
export function MonthTable({ month }: { month: TransparencyMonth }) {
  const t = useTranslations('transparency')
  const m = useTranslations('moderation')
  const format = useFormat()
  const name = format.dateTime(new Date(`${month.month}-15T12:00:00Z`), { year: 'numeric', month: 'long' })
  const { appeals, reports, medianSecondsToDecide: median } = month
  const duration = (seconds: number) =>
    seconds < HOUR
      ? t('minutes', { count: Math.max(1, Math.round(seconds / 60)) })
      : t('hours', { count: Math.round(seconds / HOUR) })
  const reasons = REASON_CODES.filter((code) => month.reasons[code] > 0)
  const row = (label: string, value: string | number, under = false) => (
    <tr key={label} className="border-rule border-t">
      <th
        scope="row"
        className={`wrap-anywhere py-1.5 pr-4 text-left font-normal ${under ? 'pl-5 text-muted' : ''}`}
      >
        {label}
      </th>
      <td className="cell py-1.5 text-right tabular-nums">
        {typeof value === 'number' ? format.number(value) : value}
      </td>
    </tr>
  )
  return (
    <table className="mt-8 w-full font-sans">
      <caption className="pb-1 text-left font-semibold font-serif text-2xl first-letter:uppercase">
        {name}
      </caption>
      <tbody>
        {row(t('published'), month.published)}
        {row(t('rejected'), month.rejected)}
        {reasons.map((code) => row(m(`reason.${code}`), month.reasons[code], true))}
        {row(t('human'), month.human)}
        {row(t('automated'), month.automated)}
        {row(t('median'), median === null ? '—' : duration(median))}
        {row(t('appeals'), appeals.received)}
        {appeals.received > 0 && row(t('appealsUpheld'), appeals.upheld, true)}
        {appeals.received > 0 && row(t('appealsDismissed'), appeals.dismissed, true)}
        {row(t('reports'), reports.received)}
        {reports.received > 0 && row(t('reportsUpheld'), reports.upheld, true)}
        {reports.received > 0 && row(t('reportsDismissed'), reports.dismissed, true)}
      </tbody>
    </table>
  )
}
