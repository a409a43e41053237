import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LoadingCache } from './loading-cache'

/** Returns a load that ends when the test resolves or rejects it. */
function held<V>() {
  const loads: { resolve: (value: V) => void; reject: (error: Error) => void }[] = []
  const load = () => new Promise<V>((resolve, reject) => loads.push({ resolve, reject }))
  return { load, loads }
}
/** Lets the loads requested in this turn begin. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

it('loads once for all who ask at one time, and keeps the value', async () => {
  const cache = new LoadingCache<string, number>({ max: 10 })
  const { load, loads } = held<number>()
  const asked = [cache.get('a', load), cache.get('a', load)]
  await turn()
  expect(loads).toHaveLength(1)
  loads[0]?.resolve(1)
  expect(await Promise.all([...asked, cache.get('a', load)])).toEqual([1, 1, 1])
})

const cuts: [string, (cache: LoadingCache<string, string>) => unknown][] = [
  ['deleted', (cache) => cache.delete('a')],
  ['cleared', (cache) => cache.clear()],
]
for (const [what, cut] of cuts)
  it(`${what} while it loads: who waits gets the value, who asks later gets a later one`, async () => {
    const cache = new LoadingCache<string, string>({ max: 10 })
    const { load, loads } = held<string>()
    const early = cache.get('a', load)
    await turn()
    cut(cache)
    const late = cache.get('a', load)
    await turn()
    expect(loads).toHaveLength(2)
    loads[1]?.resolve('new')
    expect(await late).toBe('new')
    // The load that began before the change ends last, and its value must not be the one kept.
    loads[0]?.resolve('old')
    expect(await early).toBe('old')
    expect(await cache.get('a', load)).toBe('new')
  })

it('other keys without end take nobody’s value away', async () => {
  const cache = new LoadingCache<string, string>({ max: 2 })
  const { load, loads } = held<string>()
  const early = cache.get('a', load)
  await turn()
  for (let n = 0; n < 50; n++) await cache.get(`other ${n}`, async () => 'other')
  loads[0]?.resolve('mine')
  expect(await early).toBe('mine')
})

it('hands a failure to those who waited, keeps none, and offers what it had before', async () => {
  const cache = new LoadingCache<string, string>({ max: 2, ttl: 1 })
  await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await cache.get('a', async () => 'back')).toBe('back')
  await sleep(5)
  expect(await cache.get('a', async (_, outdated) => `${outdated}, and again`)).toBe('back, and again')
})

it('remembers what there is not without losing what there is', async () => {
  const cache = new LoadingCache<string, string>({ max: 1, ttl: 60_000, maxMisses: 3 })
  let loads = 0
  const nothing = async () => {
    loads++
    return undefined
  }
  await cache.get('a', async () => 'here')
  for (const key of ['x', 'y', 'x', 'y']) expect(await cache.get(key, nothing)).toBeUndefined()
  expect(loads).toBe(2)
  for (let n = 0; n < 20; n++) await cache.get(`flood ${n}`, nothing)
  expect(await cache.get('a', async () => 'loaded again')).toBe('here')
  cache.delete('flood 19')
  expect(await cache.get('flood 19', async () => 'opened')).toBe('opened')
})

it('keeps only what is to be kept', async () => {
  const cache = new LoadingCache<string, number>({ max: 5, keeps: (value) => value > 1 })
  expect([
    await cache.get('a', async () => 1),
    await cache.get('a', async () => 2),
    await cache.get('a', async () => 3),
  ]).toEqual([1, 2, 2])
})

it('whatever is asked, changed, evicted and cleared in whatever order: nobody is refused or sees what was before a deletion', async () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ what: fc.constant('get' as const), key: fc.nat(4) }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('change' as const), key: fc.nat(4) }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('clear' as const), key: fc.nat(4) }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('end' as const), key: fc.nat(20) }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
      const cache = new LoadingCache<number, number>({ max: 2 })
      const stored = [0, 0, 0, 0, 0]
      const open: (() => void)[] = []
      const answers: Promise<void>[] = []
      const load = async (key: number) => {
        const read = stored[key] ?? 0
        await new Promise<void>((resolve) => open.push(resolve))
        return read
      }
      for (const { what, key } of steps) {
        if (what === 'get') {
          const least = stored[key] ?? 0
          answers.push((async () => expect(await cache.get(key, load)).toBeGreaterThanOrEqual(least))())
        } else if (what === 'end') open.splice(key % Math.max(1, open.length), 1)[0]?.()
        else {
          stored[key] = (stored[key] ?? 0) + 1
          if (what === 'change') cache.delete(key)
          else cache.clear()
        }
        await turn()
      }
      while (open.length) {
        for (const end of open.splice(0)) end()
        await turn()
      }
      await Promise.all(answers)
    }),
  )
})
