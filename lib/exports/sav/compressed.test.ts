import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Compressed } from './compressed'

const [END, AS_IT_IS, SPACES, MISSING] = [0, 253, 254, 255]
const MOST = 20_000

/** Returns the elements of compressed data, as a reader finds them. */
function elementsOf(data: Buffer): (number | string)[] {
  const found: (number | string)[] = []
  let at = 0
  while (at < data.length) {
    const codes = data.subarray(at, at + 8)
    at += 8
    for (const code of codes) {
      if (code === END) continue
      if (code === SPACES) found.push(' '.repeat(8))
      else if (code === MISSING) found.push('missing')
      else if (code === AS_IT_IS) {
        found.push(data.toString('hex', at, at + 8))
        at += 8
      } else found.push(code - 100)
    }
  }
  return found
}

const hexOfNumber = (value: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes.toString('hex')
}
const hexesOf = (text: Buffer) =>
  Array.from({ length: Math.ceil(text.length / 8) }, (_, at) =>
    Buffer.concat([text.subarray(8 * at, 8 * at + 8), Buffer.alloc(8, ' ')]).toString('hex', 0, 8),
  )

it('what is taken stays as it was until the next but one is taken, and is all that was added', () => {
  const number = fc.oneof(
    fc.integer({ min: -99, max: 151 }),
    fc.constantFrom(-100, 152, 0.5, 13e9),
    fc.double(),
  )
  const step = fc.oneof(
    fc.record({ number: fc.option(number, { nil: undefined }) }),
    fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 40 }), from: fc.nat(3) }),
    fc.record({ spaces: fc.oneof(fc.nat(30), fc.nat(MOST)) }),
    fc.constant('take' as const),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const data = new Compressed()
      const expected: (number | string)[] = []
      const pieces: Buffer[] = []
      let waiting: Buffer | undefined
      // As an output that writes one piece until it is given the next.
      const take = (taken: Buffer) => {
        if (waiting) pieces.push(Buffer.from(waiting))
        waiting = taken
      }
      for (const one of steps) {
        if (one === 'take') take(data.take())
        else if ('spaces' in one) {
          data.spaces(one.spaces)
          for (let left = one.spaces; left > 0; left--) expected.push(' '.repeat(8))
        } else if ('text' in one) {
          const bytes = Buffer.from(one.text)
          const from = Math.min(one.from, bytes.length)
          data.text(bytes, from, bytes.length)
          expected.push(...hexesOf(bytes.subarray(from)))
        } else {
          const { number: value } = one
          data.number(value)
          if (value === undefined) expected.push('missing')
          else
            expected.push(Number.isInteger(value) && value > -100 && value < 152 ? value : hexOfNumber(value))
        }
      }
      take(data.end())
      if (waiting) pieces.push(waiting)
      const told = Buffer.concat(pieces)
      expect(told.length % 8).toBe(0)
      const found = elementsOf(told)
      expect(found.length).toBe(expected.length)
      // Of so many elements a comparison by the matcher takes minutes.
      expect(
        found.findIndex((element, at) => !Object.is(element, expected[at]) && element !== expected[at]),
      ).toBe(-1)
    }),
    { numRuns: 300 },
  )
})
