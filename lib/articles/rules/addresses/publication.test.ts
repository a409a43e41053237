import { expect, it } from 'vitest'
import { articleInput } from '../../schema'
import { publicationDate } from './publication'

it.each([
  ['2026', '2026'],
  ['2026-03', '2026-03'],
  [' 2026-03-14 ', '2026-03-14'],
  ['2028-02-29', '2028-02-29'],
  ['2026-11-29T23:30:00Z', '2026-11-30'],
  ['2026-11-29T22:59:59.999Z', '2026-11-29'],
  ['2026-06-30T22:00:00Z', '2026-07-01'],
  ['2026-06-30T22:00+00:00', '2026-07-01'],
  ['2026-11-30T00:30:00+01:00', '2026-11-30'],
  ['2026-11-30T00:30:00+0100', '2026-11-30'],
  ['2026-11-30 00:30:00 +05:30', '2026-11-29'],
  ['2026-11-29T23:30:00', '2026-11-29'],
  ['2026-11-29t20:00:00-05:00', '2026-11-30'],
])('%j is %s', (text, date) => {
  expect(publicationDate(text)).toBe(date)
})

it.each([
  '',
  'hier',
  '26',
  '0001',
  '0026-03-14',
  '0001-01-01T00:00:00Z',
  '2026-3',
  '2026-13',
  '2026-00',
  '2026-02-00',
  '2026-02-29',
  '2026-02-31',
  '2026-04-31',
  '2026-11-31T10:00:00Z',
  '2026-11-30T25:00:00Z',
  '2026-11-30T10:75:00Z',
  '2026-11-30T10:00:00+99:00',
])('%j is no date', (text) => {
  expect(publicationDate(text)).toBeUndefined()
})

it('an article brought in by a program has the same dates', () => {
  const read = (publishedOn: string) =>
    articleInput.safeParse({ title: 'T', sourceName: 'S', summary: 'R', publishedOn })
  expect(read('2026-11-29T23:30:00Z').data?.publishedOn).toBe('2026-11-30')
  expect(read('2026-02-31').success).toBe(false)
})
