import fc from 'fast-check'
import { expect, it } from 'vitest'
import { batchLookups } from './batched-lookup'

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('asks one at a time for no more than may be asked together, and answers everybody rightly', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(40), { maxLength: 60 }),
      fc.integer({ min: 1, max: 7 }),
      async (keys, most) => {
        let [running, looks] = [0, 0]
        const find = batchLookups<number>(most, async (asked) => {
          expect([++running, asked.length <= most, new Set(asked).size]).toEqual([1, true, asked.length])
          looks++
          await turn()
          running--
          return new Set(asked.filter((key) => key % 3 === 0))
        })
        expect(await Promise.all(keys.map(find))).toEqual(keys.map((key) => key % 3 === 0))
        expect(looks).toBe(Math.ceil(new Set(keys).size / most))
      },
    ),
  )
})

it('hands a failure to those it was about, and goes on', async () => {
  let fail = true
  const find = batchLookups<string>(10, async (asked) => {
    if (fail) throw new Error('away')
    return new Set(asked)
  })
  const failed = [find('a'), find('b')].map((one) => one.catch((error: Error) => error.message))
  expect(await Promise.all(failed)).toEqual(['away', 'away'])
  fail = false
  expect(await find('a')).toBe(true)
})
