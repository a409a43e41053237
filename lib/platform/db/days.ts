import { dayAfter, startOfDay } from '../i18n/newsroom-clock'
import { oncePerProcess } from '../runtime/per-process'
import { Prisma } from './client'

/** Days of the newsroom, both included; open where one is missing. */
export type Days = { from?: string | undefined; to?: string | undefined }

/** Every stored instant is between these days. PostgreSQL does not read all that a date field can send. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2999-12-31']
const inRange = (day: string) => (day < FIRST_DAY ? FIRST_DAY : day > LAST_DAY ? LAST_DAY : day)

/**
 * Returns the condition that `time` is on the newsroom's days `from` to `to`. The instants are computed here: a database
 * may know other zones, or other rules of them, than the pages.
 */
export function onDays(time: Prisma.Sql, { from = FIRST_DAY, to = LAST_DAY }: Days): Prisma.Sql {
  const [start, end] = [startOfDay(inRange(from)), startOfDay(dayAfter(inRange(to)))]
  return Prisma.sql`(${time} >= ${start}::timestamptz AND ${time} < ${end}::timestamptz)`
}

/** The first year that a statistic by month can begin with: Avis is younger. */
const FIRST_YEAR = 2020
const MONTHS = 12

/** Returns the months from the first year to the end of `year`, and when each begins. */
function monthsUntil(year: number) {
  const names = Array.from({ length: (year + 1 - FIRST_YEAR) * MONTHS }, (_, index) => {
    const month = String((index % MONTHS) + 1).padStart(2, '0')
    return `${FIRST_YEAR + Math.floor(index / MONTHS)}-${month}`
  })
  return { names, starts: names.map((name) => startOfDay(`${name}-01`)) }
}

/** Returns the newsroom's month (2026-03) of `time`, an instant from the year 2020 to the end of next year. */
export function monthOf(time: Prisma.Sql, now = new Date()): Prisma.Sql {
  const last = now.getUTCFullYear() + 1
  const { names, starts } = oncePerProcess(`months-${last}`, () => monthsUntil(last))
  return Prisma.sql`(${names}::text[])[width_bucket(${time}, ${starts}::timestamptz[])]`
}

/** Returns the first and the last day of `month` (2026-03). */
export const daysOfMonth = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${length}` }
}
