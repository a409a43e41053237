import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, localDay, localTime, momentsOf, startOfDay } from './clock'

const range = { min: new Date('1990-01-01T00:00Z'), max: new Date('2100-01-01T00:00Z'), noInvalidDate: true }
const minutes = fc.date(range).map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000))

// Clocks go forward at midnight in Santiago, by half an hour at Lord Howe, and over a whole day in Apia (2011).
describe.each([
  'Europe/Paris',
  'America/Montreal',
  'America/Santiago',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
])('the clock of %s', (zone) => {
  it('shows every minute of the world, as Intl does', () => {
    const intl = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    fc.assert(
      fc.property(minutes, (date) => {
        const local = localTime(date, zone)
        expect(local.replace('T', ' ')).toBe(intl.format(date))
        expect(momentsOf(local, zone).map(Number)).toContain(date.getTime())
      }),
    )
  })

  it('has each instant in one day, from its start to that of the next', () => {
    fc.assert(
      fc.property(minutes, (date) => {
        const day = localDay(date, zone)
        expect(startOfDay(day, zone).getTime()).toBeLessThanOrEqual(date.getTime())
        expect(startOfDay(dayAfter(day), zone).getTime()).toBeGreaterThan(date.getTime())
      }),
    )
  })
})

it.each([
  ['Europe/Paris', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['America/Montreal', '2026-11-02', '2026-11-02T05:00:00.000Z'],
  ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
  ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
])('in %s, %s begins at %s', (zone, day, instant) => {
  expect(startOfDay(day, zone).toISOString()).toBe(instant)
})
