import { expect, it } from 'vitest'
import { fromParis, toParis } from './times'

it.each([
  ['2026-01-15T09:30', '2026-01-15T08:30:00.000Z'],
  ['2026-07-15T09:30', '2026-07-15T07:30:00.000Z'],
  ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ['2026-12-31T23:59', '2026-12-31T22:59:00.000Z'],
])('%s in Paris is %s', (local, utc) => {
  expect(fromParis(local)?.toISOString()).toBe(utc)
  expect(toParis(new Date(utc))).toBe(local)
})

it.each(['', 'demain', '2026-02-30T10:00', '2026-13-01T10:00', '2026-01-15'])('%j is no moment', (local) => {
  expect(fromParis(local)).toBeUndefined()
})
