import { columns, type Tick } from '@/lib/results/charts/columns'
import type { Timeline, TimelineStep } from '@/lib/results/rules/timeline'
import type { Picture, Words } from './picture'

/** Width of a tick's label under its column, in CSS pixels. */
const TICK = 110

function nameOf({ t, format }: Words, step: Timeline['step'], { from }: TimelineStep): string {
  const day = format.dateTime(from, { day: 'numeric', month: 'short' })
  if (step === 'hour') return t('hourOf', { day, hour: format.dateTime(from, { timeStyle: 'short' }) })
  if (step === 'month') return format.dateTime(from, { month: 'short', year: 'numeric' })
  const date = format.dateTime(from, { dateStyle: 'medium' })
  return step === 'week' ? t('weekOf', { date }) : date
}

/** Returns when readers answered. */
export function timelinePicture(words: Words, { step, steps }: Timeline): Picture {
  const { t, format } = words
  const number = (value: number) => format.number(value)
  const sum = (of: (step: TimelineStep) => number) => steps.reduce((total, one) => total + of(one), 0)
  const ballots = sum((one) => one.ballots)
  const most = steps.reduce<TimelineStep | undefined>(
    (best, one) => (one.ballots > (best?.ballots ?? 0) ? one : best),
    undefined,
  )
  const data = steps.map((one) => ({
    from: one.from,
    to: one.to,
    value: one.ballots,
    title: t('labelled', { label: nameOf(words, step, one), value: t('ballots', { count: one.ballots }) }),
  }))
  const ticks = (width: number): Tick[] => {
    const every = Math.max(1, Math.ceil(steps.length / Math.max(2, Math.floor(width / TICK))))
    const short = (one: TimelineStep) =>
      step === 'week' || step === 'day'
        ? format.dateTime(one.from, { day: 'numeric', month: 'short' })
        : nameOf(words, step, one)
    return steps.filter((_, index) => index % every === 0).map((one) => ({ at: one.from, label: short(one) }))
  }
  return {
    name: 'cours',
    title: t(`course.by.${step}`),
    base: t('ballots', { count: ballots }),
    description: most
      ? t('course.description', { when: nameOf(words, step, most), count: most.ballots })
      : t('course.none'),
    draw: (look) => columns(look, data, ticks(look.width), { number }),
    table: {
      columns: [t(`course.step.${step}`), t('course.ballots'), t('course.changes'), t('course.withdrawals')],
      rows: steps.map((one) => [
        nameOf(words, step, one),
        number(one.ballots),
        number(one.changes),
        number(one.withdrawals),
      ]),
      foot: [
        t('total'),
        number(ballots),
        number(sum((one) => one.changes)),
        number(sum((one) => one.withdrawals)),
      ],
    },
    shares: false,
  }
}
