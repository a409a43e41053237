import { TZDate } from '@date-fns/tz'
import { ZONE } from '../../platform/i18n/zone'

/** Counts of one hour: ballots first cast in it, changes, and withdrawals. */
export type TimelineHour = { hour: Date; ballots: number; changes: number; withdrawals: number }

export const STEPS = ['hour', 'day', 'week', 'month'] as const
export type Step = (typeof STEPS)[number]

/** What happened between `from` and `to`. */
export type TimelineStep = Omit<TimelineHour, 'hour'> & { from: Date; to: Date }
export type Timeline = { step: Step; steps: TimelineStep[] }

const HOUR = 3600_000
/** Maximum columns that can be told apart in a picture, or read as a table. */
const MAX_STEPS = 96
const STEP_HOURS: Record<Step, number> = { hour: 1, day: 24, week: 168, month: 730 }

/** Returns when the step that contains `at` began; weeks begin on Monday. */
function startOf(step: Step, at: Date): Date {
  if (step === 'hour') return new Date(Math.floor(at.getTime() / HOUR) * HOUR)
  const local = new TZDate(at, ZONE)
  const [year, month, day] = [local.getFullYear(), local.getMonth(), local.getDate()]
  const back = step === 'week' ? (local.getDay() + 6) % 7 : 0
  return new Date(new TZDate(year, month, step === 'month' ? 1 : day - back, ZONE).getTime())
}

/** Returns when the step that began at `from` ends, by the local clock: a day may have 23 or 25 hours. */
function endOf(step: Step, from: Date): Date {
  if (step === 'hour') return new Date(from.getTime() + HOUR)
  const local = new TZDate(from, ZONE)
  const [year, month, day] = [local.getFullYear(), local.getMonth(), local.getDate()]
  const next = { day: [month, day + 1], week: [month, day + 7], month: [month + 1, 1] }[step] as [
    number,
    number,
  ]
  return new Date(new TZDate(year, ...next, ZONE).getTime())
}

/** Returns `hours` in the smallest readable steps, without gaps: steps without events have zeros. */
export function timelineOf(hours: TimelineHour[]): Timeline {
  const [first, last] = [hours[0]?.hour, hours.at(-1)?.hour]
  if (!first || !last) return { step: 'hour', steps: [] }
  const span = (last.getTime() - first.getTime()) / HOUR + 1
  const step = STEPS.find((candidate) => span / STEP_HOURS[candidate] <= MAX_STEPS) ?? 'month'
  const steps: TimelineStep[] = []
  for (let from = startOf(step, first); from <= last; from = endOf(step, from))
    steps.push({ from, to: endOf(step, from), ballots: 0, changes: 0, withdrawals: 0 })
  let index = 0
  for (const { hour, ballots, changes, withdrawals } of hours) {
    while ((steps[index]?.to ?? hour) <= hour && index < steps.length - 1) index++
    const into = steps[index]
    if (!into) continue
    into.ballots += ballots
    into.changes += changes
    into.withdrawals += withdrawals
  }
  return { step, steps }
}
