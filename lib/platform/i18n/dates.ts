import type { createFormatter, DateTimeFormatOptions } from 'use-intl/core'
import { localeOf } from './locale'

const WIDE = '\u00a0'

/** Matches the first day of a month, which French counts as an ordinal, before the name of the month. */
const FIRST = /(?<!\d)1(?=[ \u00a0](?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc))/g

/**
 * Returns a date as `Intl` formats it, written as French newspapers do: «1er décembre», «9 h 05», «20 h», «9 h 05 min
 * 41 s». English, «1 December», «09:05», is returned unchanged.
 */
export function pressDate(formatted: string, locale: string): string {
  if (localeOf(locale) !== 'fr') return formatted
  return formatted
    .replace(FIRST, '1er')
    .replace(/\b(\d{1,2}):(\d\d)(?::(\d\d))?\b/g, (_, hour, minute, second) => {
      const parts = second ? [minute, 'min', second, 's'] : minute === '00' ? [] : [minute]
      return [Number(hour), 'h', ...parts].join(WIDE)
    })
}

type Formatter = ReturnType<typeof createFormatter>

/** Returns `format`, the page's formatter, with its dates as newspapers of `locale` write them. */
export const withPressDates = (format: Formatter, locale: string) => ({
  ...format,
  dateTime: (at: Date, options: DateTimeFormatOptions) => pressDate(format.dateTime(at, options), locale),
})

/** What formats the dates and numbers of a page. */
export type Format = ReturnType<typeof withPressDates>
