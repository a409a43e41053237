import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { Wire } from '@/scripts/testing/faulty-network'
import { tallyAndRecount } from '@/scripts/testing/recount'
import { storedSurvey } from '@/scripts/testing/surveys'
import { SOUND, Voters } from '@/scripts/testing/voters'
import { checkData } from '../operations/data-check'
import { closeDb, db } from '../platform/db/client'
import type { SurveyRecord } from '../surveys/queries/public'

// Before any code reads the settings: the database is behind a wire of ours.
const { wire, url } = await Wire.to(process.env.DATABASE_URL ?? '')
process.env.DATABASE_URL = url
process.env.DATABASE_TIMEOUT = '1'
process.env.AVIS_VOTES_PER_SECOND = '1000000'
/** Milliseconds for a stalled query: its timeout of one second, and the wait for its answer after that. */
const STALLED_MS = 4_000

let survey: SurveyRecord
let voters: Voters

beforeAll(async () => {
  survey = await storedSurvey()
})
beforeEach(() => {
  voters = new Voters(survey)
  voters.start(8)
})
afterEach(async () => {
  wire.mend()
  await voters.stop()
})
afterAll(async () => {
  await closeDb()
  await wire.close()
})

/** Expects that every voter got through, nothing was lost or counted twice, and no answer was a failure of ours. */
async function expectSound() {
  await voters.until(20)
  await voters.stop()
  expect(await voters.verdict()).toEqual(SOUND)
  expect(voters.answered(500)).toBe(0)
}

it('answers that are lost after the commit are found out, and nobody is counted twice', async () => {
  for (let n = 0; n < 8; n++) {
    await voters.until(10)
    wire.loseAnswerTo('castBallots')
  }
  await expectSound()
  expect(wire.lost).toBeGreaterThanOrEqual(5)
})

it('a network that is gone for a second and a half is waited for', async () => {
  await voters.until(20)
  wire.cut()
  await sleep(1_500)
  wire.mend()
  await expectSound()
  expect(voters.answered(503)).toBe(0)
})

it('a network that stays away is said so, and what was sent then can be sent again', async () => {
  await voters.until(20)
  wire.cut()
  await expect.poll(() => voters.answered(503), { timeout: 15_000 }).toBeGreaterThan(8)
  const { status, body } = await new Client().json(path(survey, '/results'))
  expect([status, body.code]).toEqual([503, 'database_unavailable'])
  expect((await new Client().send('/readyz')).status).toBe(503)
  wire.mend()
  await expectSound()
})

it('a network that swallows everything is given up, and left', async () => {
  await voters.until(20)
  const begun = Date.now()
  wire.stall()
  const asked = await new Client().json(path(survey, '/results'))
  expect(asked.status).toBe(503)
  expect(Date.now() - begun).toBeLessThan(STALLED_MS * 3)
  wire.mend()
  await expectSound()
})

it('queries too slow for all connections are ended or refused, and no voter notices', async () => {
  await voters.until(20)
  const slow = Array.from({ length: 1_100 }, () =>
    db().$queryRaw`SELECT pg_sleep(30)::text`.then(
      () => 'slept',
      (error) => (/too many wait/.test(String(error)) ? 'refused' : 'ended'),
    ),
  )
  await voters.until(50)
  const ended = await Promise.all(slow)
  // A thousand queries may wait; the others are refused without a wait.
  expect(ended.filter((how) => how === 'refused').length).toBeGreaterThan(50)
  expect(ended).not.toContain('slept')
  await expectSound()
  expect(voters.answered(503)).toBe(0)
})

it('a row that somebody else holds is waited for, then given up, and nothing is counted twice', async () => {
  await voters.until(20)
  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`UPDATE tally SET count = count WHERE survey_id = ${survey.id}`
      await sleep(2_500)
    },
    { timeout: 20_000 },
  )
  await expectSound()
})

it('a clock that jumps a day ahead and two days back changes nothing', async () => {
  const day = 24 * 3600_000
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  try {
    for (const jump of [day, -2 * day, day]) {
      vi.setSystemTime(Date.now() + jump)
      wire.mend()
      await voters.until(20)
    }
  } finally {
    vi.useRealTimers()
  }
  await expectSound()
  const [row] = await db().$queryRaw<{ future: number }[]>`
    SELECT count(*)::int AS future FROM ballot WHERE cast_at > now() + interval '1 minute'`
  expect(row?.future).toBe(0)
})

it('requests that arrive many times and in any order make one ballot per reader', async () => {
  await voters.stop()
  const other = await storedSurvey()
  const readers = Array.from({ length: 20 }, (_, n) => `un-essai-de-lecteur-numero-${n}-`.padEnd(44, 'x'))
  const requests = readers.flatMap((key, n) =>
    Array.from(
      { length: 6 },
      (_, copy) => () =>
        new Client().send(path(other, '/ballot'), {
          json: { answers: [choose(other, 'single', (n + (copy % 2)) % 3)] },
          headers: { 'idempotency-key': key },
        }),
    ),
  )
  // Every seventh request, cyclically: 7 and 120 share no factor, so each is sent once and neighbours are far apart.
  const order = requests.map((_, at) => requests[(at * 7) % requests.length] ?? requests[0])
  const answers = await Promise.all(order.map((send) => send?.()))
  expect(new Set(answers.map((answer) => answer?.status))).toEqual(new Set([200, 201]))
  const { tally, recount, ballots } = await tallyAndRecount(other.id)
  expect(ballots).toBe(20)
  expect(tally).toEqual(recount)
  expect((await checkData()).faults).toEqual([])
  voters.start(1)
})
