import { newsroomZone } from '../runtime/time-zone'
import { pressDate } from './dates'
import type { Locale } from './locale'
import { CUSTOMS } from './messages'

/** Returns `at` in the newsroom's zone, as newspapers of `language` write it: for files and pictures beside our pages. */
export const newsroomDate = (at: Date, language: Locale, options: Intl.DateTimeFormatOptions): string =>
  pressDate(
    new Intl.DateTimeFormat(CUSTOMS[language], { ...options, timeZone: newsroomZone() }).format(at),
    language,
  )
