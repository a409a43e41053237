import { TZDate } from '@date-fns/tz'
import { ZONE } from './zone'

const DAY_MS = 86_400_000
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** Returns `date` on the newsroom's clock, in the form of a date and time field: 2026-03-14T09:30. */
export function localTime(date: Date): string {
  const local = new TZDate(date, ZONE)
  const two = (n: number) => String(n).padStart(2, '0')
  const year = String(local.getFullYear()).padStart(4, '0')
  return `${year}-${two(local.getMonth() + 1)}-${two(local.getDate())}T${two(local.getHours())}:${two(local.getMinutes())}`
}

/** Returns the zone's minutes ahead of UTC at `time` (milliseconds since 1970). */
const offsetAt = (time: number) => -new TZDate(time, ZONE).getTimezoneOffset()

/**
 * Returns the instants at which the newsroom's clock shows `local` (2026-03-14T09:30), earliest first. There is none
 * where `local` is no date and time, or where clocks skip it as they go forward. There are two in the hour that repeats
 * when they go back.
 */
export function momentsOf(local: string): Date[] {
  if (!LOCAL.test(local)) return []
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return []
  // The zone's offset is one of these: it changes at most once in two days.
  const offsets = new Set([offsetAt(asUtc - DAY_MS), offsetAt(asUtc + DAY_MS)])
  return [...offsets]
    .map((minutes) => new Date(asUtc - minutes * 60_000))
    .filter((date) => localTime(date) === local)
    .sort((a, b) => a.getTime() - b.getTime())
}
