import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasMoreFields, hasMoreValues, SHORT_JSON } from './body-size'

/** Returns what `hasMoreValues` counts by scanning the text: one value per opening bracket and one per comma. */
function valuesIn(json: unknown): number {
  if (typeof json !== 'object' || json === null) return 0
  const inner = Object.values(json)
  return 1 + Math.max(0, inner.length - 1) + inner.reduce<number>((sum, one) => sum + valuesIn(one), 0)
}

it('the values of JSON are counted as they are when it is read, whatever its texts hold', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), fc.nat(30), (json, most) => {
      const text = JSON.stringify(json)
      expect(hasMoreValues(text, most)).toBe(text.length > SHORT_JSON && valuesIn(json) > most)
      // A short text is not scanned; the same text padded with spaces is.
      expect(hasMoreValues(text.padEnd(SHORT_JSON + 1), most)).toBe(valuesIn(json) > most)
    }),
  )
})

it('the fields of a form are counted as they are when it is read', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string())), fc.nat(12), (fields, most) => {
      expect(hasMoreFields(new URLSearchParams(fields).toString(), most)).toBe(fields.length > most)
    }),
  )
})
