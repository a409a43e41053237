import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { Bar } from '@/components/ui/bar'
import { useFormat } from '@/components/ui/use-format'
import type { Locale } from '@/lib/platform/i18n/locale'
import type { Share } from '@/lib/results/rules/shares'

/** Without a share where there are too few answers for one. */
export type Row = { key: string; label: string; count: number; share: Share | undefined }

type FiguresProps = {
  caption: string
  captionHidden?: boolean | undefined
  base: string
  rows: Row[]
  /** The language of the caption and the labels, which are the survey's own words. */
  language: Locale
}

/** Renders counts as a table whose rows are also bars: the same figures for the eye, the ear and the clipboard. */
export function Figures({ caption, captionHidden, base, rows, language }: FiguresProps) {
  const t = useTranslations('results')
  const format = useFormat()
  const shared = rows.some(({ share }) => share !== undefined)
  return (
    <table className="w-full border-collapse font-sans">
      <caption className="mb-1 text-left">
        <span className={captionHidden ? 'sr-only' : 'font-semibold font-serif text-lg'}>
          <Words of={language}>{caption}</Words>
        </span>
        <span className={`text-muted text-sm ${captionHidden ? 'block' : 'ml-2'}`}>{base}</span>
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('option')}</th>
          {shared && <th scope="col">{t('share')}</th>}
          <th scope="col">{t('count')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, count, share }) => (
          <tr key={key} className="align-baseline">
            <th scope="row" className="wrap-anywhere w-full pt-2 text-left font-normal">
              <Words of={language}>{label}</Words>
              {share !== undefined && <Bar share={share} />}
            </th>
            {share !== undefined && (
              <td className="whitespace-nowrap pt-2 pl-4 text-right align-bottom font-semibold text-lg leading-none tabular-nums">
                {share.label(t)}
              </td>
            )}
            <td
              className={`min-w-14 whitespace-nowrap pt-2 pl-3 text-right align-bottom leading-none tabular-nums ${shared ? 'text-muted text-sm' : 'font-semibold text-lg'}`}
            >
              {format.number(count)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
