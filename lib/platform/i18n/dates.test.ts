import { expect, it } from 'vitest'
import { pressDate } from './dates'

const at = new Date('2026-11-30T08:05:41Z')
const first = new Date('2026-11-30T23:05:41Z')
const eleventh = new Date('2026-05-11T12:00:00Z')
const evening = new Date('2026-11-30T19:00:00Z')
const formatted = (locale: string, date: Date, options: Intl.DateTimeFormatOptions) =>
  pressDate(new Intl.DateTimeFormat(locale, { ...options, timeZone: 'Europe/Paris' }).format(date), locale)

it.each<[Date, Intl.DateTimeFormatOptions, string, string]>([
  [at, { dateStyle: 'long', timeStyle: 'short' }, '30 novembre 2026 à 9 h 05', '30 November 2026 at 09:05'],
  [evening, { timeStyle: 'short' }, '20 h', '20:00'],
  [at, { timeStyle: 'medium' }, '9 h 05 min 41 s', '09:05:41'],
  [at, { dateStyle: 'medium' }, '30 nov. 2026', '30 Nov 2026'],
  [first, { dateStyle: 'long' }, '1er décembre 2026', '1 December 2026'],
  [first, { dateStyle: 'medium' }, '1er déc. 2026', '1 Dec 2026'],
  [eleventh, { dateStyle: 'long' }, '11 mai 2026', '11 May 2026'],
  [first, { dateStyle: 'short' }, '01/12/2026', '01/12/2026'],
])('writes %s with %j as a newspaper does', (date, options, french, english) => {
  expect(formatted('fr', date, options).replaceAll('\u00a0', ' ')).toBe(french)
  expect(formatted('en-GB', date, options)).toBe(english)
})

it('keeps a time on one line', () => {
  expect(formatted('fr', at, { timeStyle: 'short' })).toBe('9\u00a0h\u00a005')
})
