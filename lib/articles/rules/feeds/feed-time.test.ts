import { expect, it } from 'vitest'
import { feedTime } from './feed-time'

it.each([
  ['2026-03-14T09:30:00+01:00', '2026-03-14T08:30:00Z'],
  ['Sat, 14 Mar 2026 09:30:00 +0100', '2026-03-14T08:30:00Z'],
  ['sam., 14 mars 2026 09:30:00 +0100', '2026-03-14T08:30:00Z'],
  ['samedi 14 août 2026 9:05', '2026-08-14T09:05:00Z'],
  ['Sat, 14 Mar 2026 09:30:00 CET', '2026-03-14T09:30:00Z'],
  ['14 décembre 2026', '2026-12-14T00:00:00Z'],
])('reads %s', (given, at) => {
  expect(new Date(feedTime(given)).toISOString()).toBe(at.replace('Z', '.000Z'))
})

it.each(['', 'hier', '05/03/2026 08:00', '5.3.2026', 'le 31 à midi', 'x'.repeat(10_000)])(
  'reads no date in %j',
  (given) => {
    expect(feedTime(given)).toBeNaN()
  },
)
