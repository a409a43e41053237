import { expect, test } from 'vitest'
import { median, medianRatio } from './medians'
import { ratio, summed } from './turns'

const run = (perSecond: number) => ({
  perSecond,
  p50: 1,
  p95: 2,
  p99: 3,
  ownMicroseconds: 0,
  serverMicroseconds: undefined,
  postgresMicroseconds: undefined,
})

test('a median is the middle value, and leaves its values as they were', () => {
  const values = [30, 1, 2]
  expect(median(values)).toBe(2)
  expect(values).toEqual([30, 1, 2])
})

test('a ratio compares what was measured in the same round', () => {
  expect(medianRatio([10, 20, 90], [5, 10, 30])).toBe(2)
})

test('a missing subject has no ratio', () => {
  const runs = { avis: [run(10), run(30), run(20)], c: [run(5), run(10), run(20)] }
  expect(summed(runs).avis?.perSecond).toBe(20)
  expect(ratio(runs, 'avis', 'c', 'perSecond')).toBe(2)
  expect(ratio(runs, 'avis', 'earlier', 'perSecond')).toBeUndefined()
})
