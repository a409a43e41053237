import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanOf } from './mean'
import { sharesOf } from './shares'

describe('shares', () => {
  it.each([
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [2, 1],
      [67, 33],
    ],
    [
      [1, 1, 1, 1, 1, 1],
      [17, 17, 17, 17, 16, 16],
    ],
    [
      [0, 5],
      [0, 100],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[], []],
    [
      [999, 1],
      [100, 0],
    ],
  ])('of %j are %j', (counts, shares) => {
    expect(sharesOf(counts)).toEqual(shares)
  })

  it('add to 100, are less than a point off, and keep the order of the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }), (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0)
        fc.pre(total > 0)
        const shares = sharesOf(counts)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100)
        shares.forEach((share, index) => {
          const exact = ((counts[index] as number) * 100) / total
          expect(Math.abs(share - exact)).toBeLessThan(1)
          counts.forEach((other, place) => {
            if (other > (counts[index] as number))
              expect(shares[place] as number).toBeGreaterThanOrEqual(share)
          })
        })
      }),
    )
  })
})

describe('the mean of a scale', () => {
  it('counts steps from 1', () => {
    expect(meanOf([1, 0, 1])).toBe(2)
    expect(meanOf([0, 0, 0, 0, 3])).toBe(5)
    expect(meanOf([0, 0])).toBeUndefined()
  })
})
