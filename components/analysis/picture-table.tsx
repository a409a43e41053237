import { useTranslations } from 'next-intl'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Locale } from '@/lib/platform/i18n/locale'
import type { PictureTable as Table } from './pictures/picture'

const NUMBER = 'py-1.5 pl-4 text-right tabular-nums whitespace-nowrap'

/** Renders the figures of a picture as a table. A line with a single cell is a heading for those that follow it. */
export function PictureTable({ title, table }: { title: string; table: Table }) {
  const t = useTranslations('analysis')
  const [of, ...columns] = table.columns
  return (
    <ScrollRegion label={t('tableOf', { title })}>
      <table className="w-full border-collapse font-sans text-sm">
        <caption className="pb-1 text-left font-semibold">
          {t('table')}
          <span className="sr-only"> {title}</span>
        </caption>
        <thead>
          <tr className="border-ink border-b text-muted">
            <th scope="col" className="py-1.5 pr-3 text-left align-bottom font-normal">
              {of}
            </th>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and stay where they are
              <th key={index} scope="col" className="py-1.5 pl-4 text-right align-bottom font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([label, ...cells], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be named alike
            <tr key={index} className="border-rule border-b">
              {cells.length === 0 ? (
                <th
                  scope="rowgroup"
                  colSpan={table.columns.length}
                  className="pt-4 pb-1.5 text-left font-semibold"
                  lang={table.language}
                >
                  {label}
                </th>
              ) : (
                <Line label={label} cells={cells} language={table.language} />
              )}
            </tr>
          ))}
        </tbody>
        {table.foot && (
          <tfoot>
            <tr className="font-semibold">
              <Line label={table.foot[0]} cells={table.foot.slice(1)} total />
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollRegion>
  )
}

type LineProps = {
  label: string | undefined
  cells: string[]
  total?: boolean
  language?: Locale | undefined
}

function Line({ label, cells, total, language }: LineProps) {
  return (
    <>
      <th
        scope="row"
        lang={language}
        className={`min-w-32 py-1.5 pr-3 text-left ${total ? '' : 'font-normal'}`}
      >
        {label}
      </th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells belong to their column, which is their place
        <td key={index} className={NUMBER}>
          {cell}
        </td>
      ))}
    </>
  )
}
