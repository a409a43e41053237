import { useTranslations } from 'next-intl'
import { FigureTable } from '@/components/ui/figure-table'
import { useFormat } from '@/components/ui/use-format'
import type { ResultsContext } from '@/lib/results/schema'

const HEIGHT = 100

type TimelineProps = { course: ResultsContext['course']; versions: boolean }
type Step = ResultsContext['course']['steps'][number]
type Length = ResultsContext['course']['step']

/** Draws each step flat: a slope between two would show answers that nobody gave. */
function lineOf(steps: Step[], most: number): string {
  const levels = steps.map(({ ballots }) => (most ? HEIGHT - (ballots * HEIGHT) / most : HEIGHT))
  return `M0 ${levels.map((level, index) => `${index === 0 ? '' : 'V'}${level} H${index + 1}`).join(' ')}`
}

/** Returns a function that names the beginning of a step as precisely as the step is long. */
function useStepName(step: Length) {
  const t = useTranslations('results.course')
  const format = useFormat()
  return (from: string) => {
    const date = new Date(from)
    if (step === 'hour')
      return format.dateTime(date, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
    if (step === 'month') return format.dateTime(date, { month: 'long', year: 'numeric' })
    const day = format.dateTime(date, { day: 'numeric', month: 'long', year: 'numeric' })
    return step === 'week' ? t('weekOf', { date: day }) : day
  }
}

/**
 * Renders when answers came: a line to see at a glance, and the same numbers as a table. The line has one tone, which
 * print keeps.
 */
export function Timeline({ course: { step, steps }, versions }: TimelineProps) {
  const t = useTranslations('results.course')
  const th = useTranslations('results.honesty')
  const format = useFormat()
  const nameOf = useStepName(step)
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return null
  const most = Math.max(...steps.map(({ ballots }) => ballots))
  const peak = steps.find(({ ballots }) => ballots === most) ?? first
  const count = steps.reduce((sum, { ballots }) => sum + ballots, 0)
  const line = lineOf(steps, most)
  const [from, to] = [nameOf(first.from), nameOf(last.from)]
  return (
    <section aria-labelledby="cours" className="mt-7">
      <h4 id="cours" className="font-semibold text-lg">
        {t(step)}
      </h4>
      <p className="font-sans text-muted text-sm">
        {t('hint')} {versions && th('allVersions')}
      </p>
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
            <path className="course-below" d={`${line} V${HEIGHT} H0 Z`} />
            <path className="course-line" d={line} vectorEffect="non-scaling-stroke" />
          </svg>
          <figcaption className="flex flex-wrap justify-between gap-x-6" aria-hidden="true">
            <span>{from}</span>
            <span className="text-right">{to}</span>
          </figcaption>
        </figure>
      )}
      <details className="printed mt-2 font-sans text-sm" open={steps.length === 1}>
        <summary className="cursor-pointer underline underline-offset-4">{t('table')}</summary>
        <FigureTable
          labelledBy="cours"
          className="mt-2"
          columns={[t('when'), th('ballotsColumn')]}
          rows={steps.map(({ from, ballots }) => ({
            key: from,
            label: nameOf(from),
            figures: [format.number(ballots)],
          }))}
        />
      </details>
    </section>
  )
}
