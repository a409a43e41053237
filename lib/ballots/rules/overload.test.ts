import { describe, expect, it } from 'vitest'
import { NETWORK_RATE, overloadOf } from './overload'
import { fullBucket, take } from './token-bucket'

const none = { network: 0, survey: 0, overall: 0 }

describe('what a ballot costs', () => {
  it('is nothing without a debt', () => expect(overloadOf(none)).toBeUndefined())

  it.each([
    [
      { ...none, network: 0.5 },
      { level: 1, wait: 5, full: false },
    ],
    [
      { ...none, survey: 40 },
      { level: 2, wait: 40, full: false },
    ],
    [
      { ...none, network: 600 },
      { level: 3, wait: 120, full: false },
    ],
    [
      { ...none, overall: 61 },
      { level: 2, wait: 61, full: true },
    ],
    [
      { network: 1, survey: 130, overall: 2 },
      { level: 3, wait: 120, full: false },
    ],
  ])('of %j is %j', (debts, pressure) => expect(overloadOf(debts)).toEqual(pressure))

  it('is nothing for a school of a thousand behind one address that answers within an hour', () => {
    const bucket = fullBucket(NETWORK_RATE, 0)
    const debts = Array.from({ length: 1000 }, (_, n) => take(bucket, NETWORK_RATE, n * 3600))
    expect(Math.max(...debts)).toBe(0)
  })
})
