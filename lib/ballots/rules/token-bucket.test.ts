import { expect, it } from 'vitest'
import { fullBucket, take } from './token-bucket'

const RATE = { burst: 3, perSecond: 2 }

it('gives what it has, then says how long the debt is', () => {
  const bucket = fullBucket(RATE, 0)
  expect([0, 0, 0, 0, 0].map((now) => take(bucket, RATE, now))).toEqual([0, 0, 0, 0.5, 1])
})

it('fills again with time, never above its burst', () => {
  const bucket = fullBucket(RATE, 0)
  for (let count = 0; count < 5; count++) take(bucket, RATE, 0)
  expect(take(bucket, RATE, 1500)).toBe(0)
  expect(take(bucket, RATE, 1500)).toBe(0.5)
  expect([1, 2, 3, 4].map(() => take(bucket, RATE, 3600_000))).toEqual([0, 0, 0, 0.5])
})

it('forgets a debt after ten minutes, and is not fooled by a clock that goes back', () => {
  const bucket = fullBucket(RATE, 0)
  for (let count = 0; count < 5000; count++) take(bucket, RATE, 0)
  expect(take(bucket, RATE, 0)).toBe(600)
  expect(take(bucket, RATE, -5000)).toBe(600)
  expect(take(bucket, RATE, 605_000)).toBe(0)
})
