import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import { meanOf } from './mean'
import { Share, sharesOf } from './shares'

const labels = (counts: number[], language: 'fr' | 'en' = 'en') =>
  sharesOf(counts).map((share) => share?.label(translator(language, 'results')))

describe('shares', () => {
  it.each([
    [
      [7, 7, 7],
      ['33%', '33%', '33%'],
    ],
    [
      [249, 1],
      ['over 99%', 'under 1%'],
    ],
    [
      [1, 1, 1, 1, 1, 1, 200],
      ['under 1%', 'under 1%', 'under 1%', 'under 1%', 'under 1%', 'under 1%', '97%'],
    ],
    [
      [0, 20],
      ['0%', '100%'],
    ],
    [
      [199, 1],
      ['over 99%', '1%'],
    ],
    [
      [201, 1],
      ['over 99%', 'under 1%'],
    ],
    [
      [10, 9],
      [undefined, undefined],
    ],
    [
      [0, 0],
      [undefined, undefined],
    ],
    [[], []],
  ])('of %j are %j', (counts, expected) => {
    expect(labels(counts)).toEqual(expected)
  })

  it('are worded in French with a narrow space before the sign', () => {
    expect(labels([249, 1, 250], 'fr')).toEqual(['50\u202f%', 'moins de 1\u202f%', '50\u202f%'])
    expect(labels([249, 1], 'fr')).toEqual(['plus de 99\u202f%', 'moins de 1\u202f%'])
  })

  it('are exact as lengths, and none of fewer answers than asked for or of more than the whole', () => {
    expect(sharesOf([7, 7, 7]).map((share) => share?.exact)).toEqual([100 / 3, 100 / 3, 100 / 3])
    expect(Share.of(1, 3, 1)?.exact).toBe(100 / 3)
    expect([Share.of(1, 3), Share.of(21, 20), Share.of(0, 0, 0)]).toEqual([undefined, undefined, undefined])
  })

  it('with one digit are just as careful', () => {
    const one = (counts: number[]) =>
      sharesOf(counts).map((share) => share?.label(translator('fr', 'results'), 1))
    expect(one([9_999, 1])).toEqual(['plus de 99,9\u202f%', 'moins de 0,1\u202f%'])
    expect(one([249, 1])).toEqual(['99,6\u202f%', '0,4\u202f%'])
    expect(one([0, 20])).toEqual(['0\u202f%', '100\u202f%'])
  })

  it('say nobody and all of these alone, are alike for equal counts, and are half a point off at most', () => {
    const counts = fc.array(fc.oneof(fc.nat(3), fc.nat(1_000_000)), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(counts, fc.constantFrom(...locales), (given, language) => {
        const total = given.reduce((sum, count) => sum + count, 0)
        fc.pre(total >= 20)
        const shown = labels(given, language)
        given.forEach((count, index) => {
          const text = shown[index] ?? ''
          const number = Number(/\d+/.exec(text)?.[0])
          const bounded = /\D\d/.test(text)
          expect(number === 0).toBe(count === 0)
          expect(number === 100).toBe(count === total)
          if (bounded) expect(number === 1 ? count * 100 < total : count * 100 > 99 * total).toBe(true)
          else expect(Math.abs(number - (count * 100) / total)).toBeLessThanOrEqual(0.5)
          expect(shown[given.indexOf(count)]).toBe(text)
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
