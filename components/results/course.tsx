import { useFormatter, useTranslations } from 'next-intl'
import type { ResultsContext } from '@/lib/results/schema'

const HEIGHT = 100
/** Of a column's width; the rest parts it from its neighbour. */
const FILL = 0.78

type Step = ResultsContext['course']['step']

/** Names the beginning of a step as precisely as the step is long. */
function useStepName(step: Step) {
  const t = useTranslations('results.course')
  const format = useFormatter()
  return (from: string) => {
    const date = new Date(from)
    if (step === 'hour')
      return format.dateTime(date, { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' })
    if (step === 'month') return format.dateTime(date, { month: 'long', year: 'numeric' })
    const day = format.dateTime(date, { day: 'numeric', month: 'long', year: 'numeric' })
    return step === 'week' ? t('weekOf', { date: day }) : day
  }
}

/** When answers came: columns to see at a glance, in one tone that print keeps, and the same numbers as a table. */
export function Course({ course: { step, steps } }: { course: ResultsContext['course'] }) {
  const t = useTranslations('results.course')
  const th = useTranslations('results.honesty')
  const format = useFormatter()
  const nameOf = useStepName(step)
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return null
  const most = Math.max(...steps.map(({ ballots }) => ballots))
  const peak = steps.find(({ ballots }) => ballots === most) ?? first
  const count = steps.reduce((sum, { ballots }) => sum + ballots, 0)
  const [from, to] = [nameOf(first.from), nameOf(last.from)]
  return (
    <section aria-labelledby="cours" className="mt-7">
      <h4 id="cours" className="font-semibold text-lg">
        {t(step)}
      </h4>
      <p className="font-sans text-muted text-sm">{t('hint')}</p>
      {steps.length > 1 && (
        <figure className="mt-3 font-sans text-muted text-sm">
          <p aria-hidden="true" className="tabular-nums">
            {t('most', { most })}
          </p>
          <svg
            role="img"
            aria-label={t('alt', { count, from, to, most, peak: nameOf(peak.from) })}
            viewBox={`0 0 ${steps.length} ${HEIGHT}`}
            preserveAspectRatio="none"
            className="course h-28 w-full border-field border-y"
          >
            {steps.map((column, index) => {
              const height = most ? (column.ballots * HEIGHT) / most : 0
              return (
                <rect
                  key={column.from}
                  x={index + (1 - FILL) / 2}
                  y={HEIGHT - height}
                  width={FILL}
                  height={height}
                />
              )
            })}
          </svg>
          <figcaption className="flex justify-between gap-6" aria-hidden="true">
            <span>{from}</span>
            <span className="text-right">{to}</span>
          </figcaption>
        </figure>
      )}
      <details className="printed mt-2 font-sans text-sm" open={steps.length === 1}>
        <summary className="cursor-pointer underline underline-offset-4">{t('table')}</summary>
        <table className="mt-2 w-full border-collapse">
          <caption className="sr-only">{t(step)}</caption>
          <thead>
            <tr>
              <th scope="col" className="text-left font-semibold">
                {t('when')}
              </th>
              <th scope="col" className="text-right font-semibold">
                {th('ballotsColumn')}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((row) => (
              <tr key={row.from} className="border-rule border-t">
                <th scope="row" className="py-1 text-left font-normal">
                  {nameOf(row.from)}
                </th>
                <td className="py-1 text-right tabular-nums">{format.number(row.ballots)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
