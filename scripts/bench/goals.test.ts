import { expect, test } from 'vitest'
import { type Goal, goalRows, judge, written } from './goals'

const ratio = (measured: number | undefined): Goal => ({ name: 'a ratio', unit: '×', least: 3.2, measured })
const memory = (measured: number): Goal => ({ name: 'memory', unit: 'MB', most: 240, measured })

test('a goal is met at its limit, and missed beyond it in its own direction', () => {
  expect([3.19, 3.2, 3.21].map((value) => judge(ratio(value)))).toEqual(['missed', 'met', 'met'])
  expect([239, 240, 241].map((value) => judge(memory(value)))).toEqual(['met', 'met', 'missed'])
})

test('a goal whose subject was missing is neither met nor missed', () => {
  expect(judge(ratio(undefined))).toBe('not measured')
  expect(goalRows([ratio(undefined)])).toEqual([['a ratio', '≥ 3.20 ×', '', 'not measured']])
})

test('a missed goal stands out', () => {
  expect(goalRows([memory(408.4)])).toEqual([['memory', '≤ 240 MB', '408 MB', '**missed**']])
})

test('values are written with their unit', () => {
  expect([written(13_207.4, '/s'), written(11.93, '×'), written(0.482, '×')]).toEqual([
    '13,207/s',
    '11.9 ×',
    '0.48 ×',
  ])
  expect([written(33.28, 'ms'), written(20, 'KB'), written(1012, 'ms')]).toEqual([
    '33.3 ms',
    '20 KB',
    '1,012 ms',
  ])
})
