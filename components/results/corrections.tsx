import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { Notice } from '@/components/ui/notice'
import { useFormat } from '@/components/ui/use-format'
import type { Locale } from '@/lib/platform/i18n/locale'
import type { DatedCorrection } from '@/lib/surveys/queries/corrections'

/** Renders which words of cited results were corrected after they were cited. Wordings are in `language`. */
export function Corrections({ made, language }: { made: DatedCorrection[]; language: Locale }) {
  const t = useTranslations('results')
  const format = useFormat()
  if (!made.length) return null
  return (
    <Notice className="mt-4">
      <p>{t('correctedSince', { count: made.length })}</p>
      <ul className="mt-2 list-disc space-y-1 pl-6">
        {made.map(({ before, after, at }) => (
          <li key={`${at} ${before}`}>
            {t.rich('correction', {
              date: format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' }),
              before: () => <Words of={language}>{before}</Words>,
              after: () => <Words of={language}>{after}</Words>,
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
