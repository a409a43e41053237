import { expect, it } from 'vitest'
import { localTime } from '../../platform/i18n/newsroom-clock'
import { readTime } from './times'

const read = (local: string, turn = '') => {
  const time = readTime(local, turn, 'opensAt')
  return time.ok ? time.value?.toISOString() : time.problem.fields
}
const fault = (code: string) => [{ code, path: ['opensAt'], field: 'opensAt' }]

it.each([
  ['2026-01-15T09:30', '2026-01-15T08:30:00.000Z'],
  ['2026-07-15T09:30', '2026-07-15T07:30:00.000Z'],
  ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ['2026-12-31T23:59', '2026-12-31T22:59:00.000Z'],
  ['2028-02-29T00:00', '2028-02-28T23:00:00.000Z'],
])('%s in Paris is %s', (local, utc) => {
  expect(read(local)).toBe(utc)
  expect(localTime(new Date(utc))).toBe(local)
})

it.each([
  'demain',
  '2026-02-31T10:00',
  '2026-02-29T10:00',
  '2026-13-01T10:00',
  '2026-00-10T10:00',
  '2026-01-15',
  '2026-01-15T10:75',
  '2026-01-15T24:00',
  '2026-01-15T25:00',
  '2026-01-15T9:30',
  '2026-01-15T09:30Z',
])('%j is no moment', (local) => {
  expect(read(local)).toEqual(fault('bad_time'))
})

it('nothing typed is no time', () => {
  expect(read('')).toBeUndefined()
})

it.each(['2026-03-29T02:00', '2026-03-29T02:30', '2026-03-29T02:59', '2027-03-28T02:30'])(
  '%s does not exist: clocks go forward over it',
  (local) => {
    expect(read(local)).toEqual(fault('time_skipped'))
    expect(read(local, 'first')).toEqual(fault('time_skipped'))
  },
)

it('02:30 on the day clocks go back is one of two moments, and which is asked', () => {
  expect(read('2026-10-25T02:30')).toEqual(fault('time_twice'))
  expect(read('2026-10-25T02:30', 'third')).toEqual(fault('time_twice'))
  expect(read('2026-10-25T02:30', 'first')).toBe('2026-10-25T00:30:00.000Z')
  expect(read('2026-10-25T02:30', 'second')).toBe('2026-10-25T01:30:00.000Z')
})

it('the clock is that of the newsroom’s zone, and changes when that changes', () => {
  const inMontreal = (local: string, turn = '') => {
    const time = readTime(local, turn, 'opensAt', 'America/Montreal')
    return time.ok ? time.value?.toISOString() : time.problem.fields
  }
  expect(inMontreal('2026-01-15T09:30')).toBe('2026-01-15T14:30:00.000Z')
  expect(inMontreal('2026-03-29T02:30')).toBe('2026-03-29T06:30:00.000Z')
  expect(inMontreal('2026-03-08T02:30')).toEqual(fault('time_skipped'))
  expect(inMontreal('2026-11-01T01:30')).toEqual(fault('time_twice'))
  expect(inMontreal('2026-11-01T01:30', 'first')).toBe('2026-11-01T05:30:00.000Z')
  expect(inMontreal('2026-11-01T01:30', 'second')).toBe('2026-11-01T06:30:00.000Z')
  expect(inMontreal('2026-02-31T10:00')).toEqual(fault('bad_time'))
})
