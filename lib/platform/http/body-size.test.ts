import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasMoreFields, hasMoreValues, SHORT_JSON } from './body-size'

/** What `hasMoreValues` counts by looking at the text: a value for each bracket that opens and each comma. */
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
      // A short one is not looked at; the same with spaces after it is.
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
