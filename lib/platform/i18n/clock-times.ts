import type { createFormatter, DateTimeFormatOptions } from 'use-intl/core'
import { localeOf } from './locale'

const WIDE = '\u00a0'

/**
 * Returns a date as `Intl` formats it, with its clock times as French newspapers write them: «9 h 05», «20 h», «9 h 05
 * min 41 s». English, «09:05», is returned unchanged.
 */
export function clockTimes(formatted: string, locale: string): string {
  if (localeOf(locale) !== 'fr') return formatted
  return formatted.replace(/\b(\d{1,2}):(\d\d)(?::(\d\d))?\b/g, (_, hour, minute, second) => {
    const parts = second ? [minute, 'min', second, 's'] : minute === '00' ? [] : [minute]
    return [Number(hour), 'h', ...parts].join(WIDE)
  })
}

type Formatter = ReturnType<typeof createFormatter>

/** Returns `format`, the page's formatter, with the clock times of its dates as `locale` writes them. */
export const withClockTimes = (format: Formatter, locale: string) => ({
  ...format,
  dateTime: (at: Date, options: DateTimeFormatOptions) => clockTimes(format.dateTime(at, options), locale),
})

/** What formats the dates and numbers of a page. */
export type Format = ReturnType<typeof withClockTimes>
