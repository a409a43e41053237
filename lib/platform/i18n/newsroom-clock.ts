/** Days and clock times of the newsroom, or of another zone where one is named. For the server: a browser has no settings. */
import { newsroomZone } from '../runtime/time-zone'
import * as clock from './clock'

export { dayAfter } from './clock'

/** Returns `date` on the newsroom's clock, in the form of a date and time field: 2026-03-14T09:30. */
export const localTime = (date: Date, zone = newsroomZone()): string => clock.localTime(date, zone)

/** Returns the newsroom's day of `date`: 2026-03-14. */
export const localDay = (date: Date, zone = newsroomZone()): string => clock.localDay(date, zone)

/** Returns the instants at which the newsroom's clock shows `local` (2026-03-14T09:30), earliest first: none, one or two. */
export const momentsOf = (local: string, zone = newsroomZone()): Date[] => clock.momentsOf(local, zone)

/** Returns the instant at which the newsroom's `day` (2026-03-14) begins. */
export const startOfDay = (day: string, zone = newsroomZone()): Date => clock.startOfDay(day, zone)
