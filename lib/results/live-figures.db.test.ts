import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { Attack, type Event } from '@/scripts/testing/figures-attack'
import { extent, whole } from '@/scripts/testing/test-size'
import { forgetOnce } from '../platform/runtime/per-process'

const BATCH = 5
const RUNS = extent(2, 25)
const MAX_EVENTS = 45

beforeAll(() => {
  process.env.AVIS_RESULTS_BATCH = String(BATCH)
  forgetOnce('env')
})

/** Casts `count` new ballots, a third for each option. */
const votes = (count: number): Event => ({
  kind: 'votes',
  places: Array.from({ length: count }, (_, one) => one % 3),
})

const reader = fc.nat({ max: 30 })
const place = fc.nat({ max: 2 })
const events: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('votes' as const),
      places: fc.array(place, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('change' as const), reader, place }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), reader }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('says' as const), reader, place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('setAside' as const),
      readers: fc.uniqueArray(reader, { minLength: 1, maxLength: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lift' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('newQuestions' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
)

it('tells nobody what a single reader chose, whatever happens between two looks', {
  timeout: 300_000,
}, async () => {
  const saw = { few: 0, steps: 0, answers: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 3 * BATCH }),
      fc.array(events, { minLength: 10, maxLength: MAX_EVENTS }),
      async (first, happens) => {
        const attack = await Attack.begin(BATCH)
        for (let ballot = 0; ballot < first; ballot++) {
          await attack.let(votes(1))
          await attack.look()
        }
        for (const event of happens) {
          await attack.let(event)
          await attack.look()
        }
        await attack.let({ kind: 'close' })
        await attack.look()
        expect(await attack.verdict()).toEqual([])
        saw.few += attack.few
        saw.steps += attack.steps
        saw.answers += attack.answers
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  )
  // Otherwise nothing was attacked.
  expect(saw.few).toBeGreaterThan(extent(0, RUNS))
  expect(saw.steps).toBeGreaterThan(RUNS)
  if (whole) expect(saw.answers).toBeGreaterThan(0)
})

it('makes no step of ballots that come and go: a single one among them would show', async () => {
  const attack = await Attack.begin(BATCH)
  for (let ballot = 0; ballot < 3 * BATCH; ballot++) {
    await attack.let(votes(1))
    await attack.look()
  }
  const steps = attack.steps
  expect(steps).toBe(2)
  for (const place of [1, 2, 1, 2, 0, 1])
    for (let reader = 0; reader < 2 * BATCH; reader++) {
      await attack.let({ kind: 'change', reader, place })
      await attack.look()
    }
  for (let times = 0; times < 3; times++)
    for (let reader = 0; reader < BATCH; reader++) {
      await attack.let({ kind: 'withdraw', reader })
      await attack.look()
      await attack.let({ kind: 'change', reader, place: 0 })
      await attack.look()
    }
  expect(attack.steps).toBe(steps)
  await attack.let(votes(BATCH))
  await attack.look()
  expect(attack.steps).toBe(steps + 1)
  await attack.let({ kind: 'close' })
  expect(await attack.verdict()).toEqual([])
})
