/** Days and clock times of a time zone, for server and browser. */
import { tzOffset } from '@date-fns/tz'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
const [DAY_LENGTH, TIME_LENGTH] = ['YYYY-MM-DD'.length, 'YYYY-MM-DDTHH:MM'.length]

/** Returns the zone's minutes ahead of UTC at `time` (milliseconds since 1970). */
const offsetAt = (time: number, zone: string) => tzOffset(zone, new Date(time))

/** Returns `date` on the clock of `zone`, in the form of a date and time field: 2026-03-14T09:30. */
export const localTime = (date: Date, zone: string): string =>
  new Date(date.getTime() + offsetAt(date.getTime(), zone) * MINUTE_MS).toISOString().slice(0, TIME_LENGTH)

/** Returns the day of `date` in `zone`: 2026-03-14. */
export const localDay = (date: Date, zone: string): string => localTime(date, zone).slice(0, DAY_LENGTH)

/**
 * Returns the instants at which the clock of `zone` shows `local` (2026-03-14T09:30), earliest first. There is none
 * where `local` is no date and time, or where clocks skip it as they go forward. There are two in the hour that repeats
 * when they go back.
 */
export function momentsOf(local: string, zone: string): Date[] {
  if (!LOCAL.test(local)) return []
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return []
  // The zone's offset is one of these: it changes at most once in two days.
  const offsets = new Set([offsetAt(asUtc - DAY_MS, zone), offsetAt(asUtc + DAY_MS, zone)])
  return [...offsets]
    .map((minutes) => new Date(asUtc - minutes * MINUTE_MS))
    .filter((date) => localTime(date, zone) === local)
    .sort((a, b) => a.getTime() - b.getTime())
}

/** Returns the calendar day that comes `days` after `day` (2026-03-14), or before it where that is negative. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, DAY_LENGTH)

/**
 * Returns the instant at which `day` (2026-03-14) begins in `zone`. Where clocks go forward at midnight, that is
 * when they do. A day that the zone skipped begins with the next.
 */
export function startOfDay(day: string, zone: string): Date {
  const midnight = `${day}T00:00`
  const asUtc = Date.parse(`${midnight}Z`)
  return momentsOf(midnight, zone)[0] ?? new Date(asUtc - offsetAt(asUtc - DAY_MS, zone) * MINUTE_MS)
}
