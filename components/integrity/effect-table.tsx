import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { useFormat } from '@/components/ui/use-format'
import type { Locale } from '@/lib/platform/i18n/locale'
import { withMinus } from '@/lib/platform/i18n/typography'
import { Share } from '@/lib/results/rules/shares'

/** An option with its shares in unrounded per cents (lib/ballots/rules/integrity/effect.ts). */
export type Shown = { question: string; option: string; before: number; after: number; points: number }

/** Digits after the comma of a share: what few ballots move is less than one per cent. */
const DIGITS = 1
/** Smaller differences disappear in the rounding of the shares. */
const LEAST_POINTS = 0.05

/**
 * Renders the shares that ballots move: with them, without them, and the difference. `effect` is empty where there are
 * too few opinions for any. Options are in the survey's
 * `language`.
 */
export function EffectTable({ effect, language }: { effect: Shown[]; language: Locale }) {
  const t = useTranslations('integrity')
  const words = useTranslations('results')
  const format = useFormat()
  const moved = effect.filter(({ points }) => Math.abs(points) > LEAST_POINTS)
  if (!moved.length)
    return <p className="mt-3 font-sans text-sm">{t(effect.length ? 'noEffect' : 'effectOfFew')}</p>
  const share = (percents: number) => Share.of(percents, 100, 1)?.label(words, DIGITS)
  const points = (value: number) => {
    const signed = format.number(value, { maximumFractionDigits: 1, signDisplay: 'always' })
    return t('points', { points: withMinus(signed) })
  }
  return (
    <ScrollRegion label={t('effect')}>
      <table className="w-full border-collapse font-sans text-sm">
        <caption className="sr-only">{t('effect')}</caption>
        <thead>
          <tr className="border-rule border-b text-left align-bottom">
            <th scope="col" className="py-1 font-normal text-muted">
              {t('option')}
            </th>
            {(['with', 'without', 'difference'] as const).map((column) => (
              <th key={column} scope="col" className="py-1 pl-3 text-right font-normal text-muted">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moved.map((one) => (
            <tr key={`${one.question} ${one.option}`} className="border-rule border-b align-baseline">
              <th scope="row" className="wrap-anywhere py-1 text-left font-normal">
                <Words of={language}>{one.option}</Words>
                <span className="block text-muted text-xs">
                  <Words of={language}>{one.question}</Words>
                </span>
              </th>
              <td className="whitespace-nowrap py-1 pl-3 text-right tabular-nums">{share(one.before)}</td>
              <td className="whitespace-nowrap py-1 pl-3 text-right tabular-nums">{share(one.after)}</td>
              <td className="whitespace-nowrap py-1 pl-3 text-right font-semibold tabular-nums">
                {points(one.points)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
