import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inBatches, nextTake, sizeOfRows } from './chosen'

it('batches grow to twice their size at most, and hold texts of a bounded length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_500 }), fc.integer({ min: 0, max: 80_000 }), (rows, each) => {
      const next = nextTake({ rows, length: rows * each })
      expect(next).toBeGreaterThanOrEqual(1)
      expect(next).toBeLessThanOrEqual(Math.min(2 * rows, 2_500))
      expect(next === 1 || next * each <= 400_000).toBe(true)
    }),
  )
})

it('every row comes once and in order, however long its text is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(200_000), { maxLength: 150 }), async (lengths) => {
      const all = lengths.map((length, id) => ({ id, length }))
      const read = async (last: typeof all | undefined, take: number) =>
        all.slice((last?.at(-1)?.id ?? -1) + 1).slice(0, take)
      const rows = []
      for await (const batch of inBatches(
        read,
        sizeOfRows(({ length }) => length),
      ))
        rows.push(...batch)
      expect(rows).toEqual(all)
    }),
    { numRuns: 30 },
  )
})
