import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAX_RETRY_AFTER, retryAfterSeconds } from './retry-after'

const now = new Date('1994-11-06T08:49:07Z')

it.each([
  ['120', 120],
  [' 0 ', 0],
  ['999999999999999999999', MAX_RETRY_AFTER],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 30],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 30],
  ['Sun Nov  6 08:49:37 1994', 30],
  ['Tue, 06 Dec 1994 08:49:37 GMT', MAX_RETRY_AFTER],
])('%j is %i seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds)
})

it.each([
  '',
  '-1',
  '1.5',
  '1e3',
  'demain',
  '2 minutes',
  '1994-11-06T08:49:37Z',
  'Sun, 06 Nov 1994 08:48:37 GMT',
  'Sun, 99 Nov 1994 08:49:37 GMT',
])('%j says nothing', (header) => {
  expect(retryAfterSeconds(header, now)).toBeUndefined()
})

it('never asks for more than a day, whatever a site sends', () => {
  const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
  const header = fc.oneof(
    fc.string(),
    fc.bigInt().map(String),
    date.map((one) => one.toUTCString()),
  )
  fc.assert(
    fc.property(header, (given) => {
      const seconds = retryAfterSeconds(given, now) ?? 0
      expect(seconds).toBeGreaterThanOrEqual(0)
      expect(seconds).toBeLessThanOrEqual(MAX_RETRY_AFTER)
    }),
  )
})
