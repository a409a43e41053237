import { expect, it } from 'vitest'
import { plainTable } from '@/scripts/testing/export-tables'
import { segmentName, variablesOf } from '../sav/variables'
import { lackOfRoom } from './format-limits'
import { type Column, FORMATS } from './table'

const wide = (count: number): Column[] =>
  Array.from({ length: count }, (_, at) => ({ name: `c${at}`, title: `c${at}`, kind: 'number', own: true }))
const text = (bytes: number): Column[] => [{ name: 'a', title: 'a', kind: 'text', own: true, bytes }]

it.each([
  ['xlsx', 'too_many_rows', 1_048_575],
  ['xlsx', 'too_many_columns', 16_384],
  ['sav', 'too_many_columns', 46_656],
  ['sav', 'text_too_large', 32_766],
] as const)('%s: %s from the first one on that has no room', (format, code, most) => {
  const table = (size: number) => ({
    columns: code === 'too_many_columns' ? wide(size) : code === 'text_too_large' ? text(size) : wide(1),
    total: code === 'too_many_rows' ? size : 0,
  })
  expect(lackOfRoom(format, table(most))).toBeUndefined()
  expect(lackOfRoom(format, table(most + 1))).toBe(code)
  for (const other of FORMATS.filter((one) => one !== format && one !== 'sav' && one !== 'xlsx'))
    expect(lackOfRoom(other, table(most + 1))).toBeUndefined()
})

it('as many variables as SPSS files have here have short names of their own', () => {
  const { columns } = plainTable(wide(46_656), [])
  const shorts = variablesOf(columns).map(({ short }) => short)
  expect(new Set(shorts).size).toBe(46_656)
  for (const short of shorts) expect(segmentName(short, 130).length).toBeLessThanOrEqual(8)
})
