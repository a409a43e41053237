import { useTranslations } from 'next-intl'
import { useFormat } from '@/components/ui/use-format'
import { measure } from '@/lib/appearance/rules/contrast'
import type { Scheme } from '@/lib/appearance/rules/tokens'

/** Renders a pair of colours in use: text of the one on a background of the other. */
const Swatch = ({ of, on }: { of: string; on: string }) => (
  <span
    aria-hidden="true"
    className="rounded border border-field px-2 font-semibold"
    style={{ color: of, background: on }}
  >
    A
  </span>
)

/** Lists the contrasts of an accent on pages of `scheme`, and says in words whether each suffices. */
export function ContrastTable({ accent, scheme }: { accent: string; scheme: Scheme }) {
  const t = useTranslations('appearance.check')
  const format = useFormat()
  // Not rounded up: a value just below the limit must not look as if it passed.
  const figure = (ratio: number) =>
    format.number(Math.floor(ratio * 100) / 100, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const limit = (least: number) => format.number(least)
  return (
    <table className="mt-3 w-full border-collapse text-left text-sm">
      <caption className="pb-1 text-left font-semibold">{t(`caption.${scheme}`)}</caption>
      <thead>
        <tr className="border-rule border-b">
          {(['where', 'verdict'] as const).map((head) => (
            <th key={head} scope="col" className="cell py-1 pr-3 font-semibold">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measure(accent, scheme).map(({ id, of, on, ratio, least, passes }) => (
          <tr key={id} className="border-rule border-b align-baseline">
            <th scope="row" className="cell py-1.5 pr-3 font-normal">
              <span className="items-baseline gap-2 sm:flex">
                <Swatch of={of} on={on} />
                <span>{t(`pairs.${id}`)}</span>
              </span>
            </th>
            <td className={`cell py-1.5 ${passes ? '' : 'font-semibold'}`}>
              <span className="tabular-nums">{t('value', { ratio: figure(ratio) })}</span>{' '}
              {passes
                ? t('passes', { least: limit(least) })
                : t('fails', { least: limit(least), missing: figure(Math.max(0.01, least - ratio)) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
