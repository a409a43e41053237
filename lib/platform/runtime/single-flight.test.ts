import { expect, it } from 'vitest'
import { singleFlight } from './single-flight'

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

it('shares one load among those who ask together', async () => {
  let loads = 0
  const load = singleFlight(async (key: string) => `${key}${++loads}`)
  expect(await Promise.all([load('a'), load('a'), load('b')])).toEqual(['a1', 'a1', 'b2'])
})

it('never answers with a load that began before the question', async () => {
  let value = 0
  const load = singleFlight(async (_: string) => {
    const seen = value
    await wait(20)
    return seen
  })
  const early = load('a')
  await wait(5)
  value = 1
  const late = load('a')
  expect(await early).toBe(0)
  expect(await late).toBe(1)
})

it('runs one load at a time, however many ask', async () => {
  let running = 0
  let most = 0
  const load = singleFlight(async (_: string) => {
    most = Math.max(most, ++running)
    await wait(5)
    running--
  })
  const asked: Promise<void>[] = []
  for (let i = 0; i < 20; i++) {
    asked.push(load('a'))
    await wait(1)
  }
  await Promise.all(asked)
  expect(most).toBe(1)
})

it('hands a failure to those who asked, and loads again for the next', async () => {
  let fail = true
  const load = singleFlight(async (_: string) => {
    if (fail) throw new Error('away')
    return 'back'
  })
  await expect(load('a')).rejects.toThrow('away')
  fail = false
  expect(await load('a')).toBe('back')
})
