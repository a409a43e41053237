import { useTranslations } from 'next-intl'
import { inPage, pageLook } from '@/lib/results/charts/frame'
import { PictureTable } from './picture-table'
import type { Picture } from './pictures/picture'

/** Widths in CSS pixels: on a phone, and where there is room. */
const WIDTHS = [
  { width: 320, shown: 'sm:hidden' },
  { width: 760, shown: 'hidden sm:block' },
]
/** Maximum lines of a table that is open from the start; a longer one opens on request. */
const SHORT_TABLE = 12

type PictureViewProps = { picture: Picture; href: (format: 'svg' | 'png') => string; note?: string }

/** Renders a picture, the link to it as a file, and its table. */
export function PictureView({ picture, href, note }: PictureViewProps) {
  const t = useTranslations('analysis')
  const { name, title, base, description, draw, table } = picture
  const long = table.rows.length > SHORT_TABLE
  const shown = <PictureTable title={title} table={table} />
  return (
    <figure className="mt-4" data-picture={name}>
      <figcaption className="font-sans">
        <strong className="block">{title}</strong>
        <span className="text-muted text-sm">{base}</span>
      </figcaption>
      {WIDTHS.map(({ width, shown: where }) => {
        const look = pageLook(`${name}-${width}`, width)
        return (
          <div
            key={width}
            className={`mt-3 font-sans ${where}`}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us element by element; every word in it is a text node (lib/results/charts/svg.ts)
            dangerouslySetInnerHTML={{ __html: inPage(draw(look), look, title, description) }}
          />
        )
      })}
      <p className="no-print mt-2 font-sans text-sm">
        {t('download')}{' '}
        {(['png', 'svg'] as const).map((format) => (
          <a
            key={format}
            href={href(format)}
            download
            aria-label={t('downloadAs', { format: format.toUpperCase(), title })}
            className="mr-4 inline-block py-2"
          >
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      {long ? (
        <details className="printed mt-2">
          <summary className="cursor-pointer py-2 font-sans text-sm">{t('table')}</summary>
          {shown}
        </details>
      ) : (
        shown
      )}
      {note && <p className="mt-3 font-sans text-muted text-sm">{note}</p>}
    </figure>
  )
}
