import { describe, expect, it } from 'vitest'
import { GroupCommit, type Verdict } from './group-commit'

const settled = (promise: Promise<unknown> | undefined) =>
  (promise ?? Promise.resolve('refused')).then(
    (value) => ({ value }),
    (error: Error) => ({ error: error.message }),
  )

/** Returns a group that records its writes; they fail for the items that `fails` names. */
function group(
  options: {
    fails?: (items: string[]) => Verdict | undefined
    largest?: number
    longest?: number
    patienceMs?: number
  } = {},
) {
  const batches: string[][] = []
  const made = new GroupCommit<string, string>({
    ...options,
    write: async (items) => {
      batches.push(items)
      await new Promise((resolve) => setTimeout(resolve, 1))
      const verdict = options.fails?.(items)
      if (verdict) throw new Error(verdict)
      return items.map((item) => item.toUpperCase())
    },
    judge: (error) => (error as Error).message as Verdict,
  })
  return { batches, submit: (key: string, item: string) => settled(made.submit(key, item)), made }
}

describe('group commit', () => {
  it('writes what arrives together in one batch, and gives each its own answer', async () => {
    const { batches, submit } = group()
    expect(await Promise.all([submit('1', 'a'), submit('2', 'b'), submit('3', 'c')])).toEqual([
      { value: 'A' },
      { value: 'B' },
      { value: 'C' },
    ])
    expect(batches).toEqual([['a', 'b', 'c']])
  })

  it('never puts two items of one key in a batch, and keeps their order', async () => {
    const { batches, submit } = group()
    await Promise.all([submit('1', 'a'), submit('1', 'b'), submit('2', 'c'), submit('1', 'd')])
    expect(batches).toEqual([['a', 'c'], ['b'], ['d']])
  })

  it('cuts a long queue into batches', async () => {
    const { batches, submit } = group({ largest: 2 })
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((item) => submit(item, item)))
    expect(batches).toEqual([['a', 'b'], ['c', 'd'], ['e']])
  })

  it('fails one bad item and none of its neighbours', async () => {
    const { submit } = group({ fails: (items) => (items.includes('bad') ? 'halves' : undefined) })
    const answers = await Promise.all(['a', 'b', 'bad', 'c', 'd'].map((item) => submit(item, item)))
    expect(answers).toEqual([
      { value: 'A' },
      { value: 'B' },
      { error: 'halves' },
      { value: 'C' },
      { value: 'D' },
    ])
  })

  it('tries a conflict again', async () => {
    let tries = 0
    const { submit } = group({ fails: () => (++tries < 3 ? 'again' : undefined) })
    expect(await submit('1', 'a')).toEqual({ value: 'A' })
  })

  it('gives up on a conflict that does not end', async () => {
    const { submit, batches } = group({ fails: () => 'again' })
    expect(await submit('1', 'a')).toEqual({ error: 'again' })
    expect(batches.length).toBe(5)
  })

  it('fails a whole batch when there is no database, and works again afterwards', async () => {
    let away = true
    const { submit, batches } = group({ fails: () => (away ? 'fail' : undefined) })
    expect(await Promise.all([submit('1', 'a'), submit('2', 'b')])).toEqual([
      { error: 'fail' },
      { error: 'fail' },
    ])
    expect(batches.length).toBe(1)
    away = false
    expect(await submit('1', 'a')).toEqual({ value: 'A' })
  })

  it('refuses at once when the queue is full', async () => {
    const { submit } = group({ longest: 2 })
    const answers = await Promise.all(['a', 'b', 'c'].map((item) => submit(item, item)))
    expect(answers).toEqual([{ value: 'A' }, { value: 'B' }, { value: 'refused' }])
  })

  it('drains what it took', async () => {
    const { submit, made } = group({ largest: 1 })
    let done = 0
    for (const item of ['a', 'b', 'c']) void submit(item, item).then(() => done++)
    await made.drain()
    await Promise.resolve()
    expect(done).toBe(3)
  })

  it('keeps trying for a while what may go well later, and lets what comes meanwhile wait', async () => {
    let down = 3
    const { batches, submit } = group({ fails: () => (down-- > 0 ? 'later' : undefined) })
    const first = submit('1', 'a')
    const second = new Promise((resolve) => setTimeout(() => resolve(submit('2', 'b')), 20))
    expect(await first).toEqual({ value: 'A' })
    expect(await second).toEqual({ value: 'B' })
    expect(batches).toEqual([['a'], ['a'], ['a'], ['a'], ['b']])
  })

  it('gives up when its patience ends, then tries each batch once until one succeeds', async () => {
    let down = true
    const { batches, submit } = group({ fails: () => (down ? 'later' : undefined), patienceMs: 60 })
    expect(await submit('1', 'a')).toEqual({ error: 'later' })
    const tries = batches.length
    expect(tries).toBeGreaterThan(1)
    expect(await submit('2', 'b')).toEqual({ error: 'later' })
    expect(batches.length).toBe(tries + 1)
    down = false
    expect(await submit('3', 'c')).toEqual({ value: 'C' })
  })

  it('tells all who wait when it gives up, and not one batch after another', async () => {
    const { batches, submit } = group({ fails: () => 'later', patienceMs: 0, largest: 1 })
    const answers = await Promise.all(['a', 'b', 'c'].map((item) => submit(item, item)))
    expect(answers).toEqual([{ error: 'later' }, { error: 'later' }, { error: 'later' }])
    expect(batches).toEqual([['a']])
  })
})
