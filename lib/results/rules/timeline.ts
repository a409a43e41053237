import { dayAfter, localDay, startOfDay } from '../../platform/i18n/newsroom-clock'

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

/** Returns the newsroom's day with which the step that contains `day` begins; weeks begin on Monday. */
function firstDay(step: Exclude<Step, 'hour'>, day: string): string {
  if (step === 'month') return `${day.slice(0, 'YYYY-MM'.length)}-01`
  const sinceMonday = (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7
  return step === 'week' ? dayAfter(day, -sinceMonday) : day
}

/** Returns when the step that contains `at` began. */
const startOf = (step: Step, at: Date, zone: string | undefined): Date =>
  step === 'hour'
    ? new Date(Math.floor(at.getTime() / HOUR) * HOUR)
    : startOfDay(firstDay(step, localDay(at, zone)), zone)

/** Days from the first of a step to one of the next step. */
const DAYS_ON: Record<Exclude<Step, 'hour'>, number> = { day: 1, week: 7, month: 31 }

/** Returns when the step that began at `from` ends, by the newsroom's clock: a day may have 23 or 25 hours. */
function endOf(step: Step, from: Date, zone: string | undefined): Date {
  if (step === 'hour') return new Date(from.getTime() + HOUR)
  return startOfDay(firstDay(step, dayAfter(localDay(from, zone), DAYS_ON[step])), zone)
}

/**
 * Returns `hours` in the smallest readable steps, without gaps: steps without events have zeros. An hour belongs to the
 * step in which it begins: it is an hour of UTC, and in some zones midnight is in the middle of one.
 */
export function timelineOf(hours: TimelineHour[], zone?: string): Timeline {
  const [first, last] = [hours[0]?.hour, hours.at(-1)?.hour]
  if (!first || !last) return { step: 'hour', steps: [] }
  const span = (last.getTime() - first.getTime()) / HOUR + 1
  const step = STEPS.find((candidate) => span / STEP_HOURS[candidate] <= MAX_STEPS) ?? 'month'
  const steps: TimelineStep[] = []
  for (let from = startOf(step, first, zone), to = from; from <= last; from = to) {
    to = endOf(step, from, zone)
    steps.push({ from, to, ballots: 0, changes: 0, withdrawals: 0 })
  }
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
