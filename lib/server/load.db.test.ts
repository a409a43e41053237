import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { expect, it } from 'vitest'
import { courseAndRecount, tallyAndRecount } from '@/scripts/testing/recount'
import { storedSurvey } from '@/scripts/testing/surveys'
import { extent } from '@/scripts/testing/test-size'
import { db } from '../platform/db/client'
import { api } from './api'

const CLIENTS = 64
const BALLOTS = extent(2_000, 20_000)
/** The interval of repeats: every fifth ballot comes from a reader who has voted before. */
const REPEAT = 5

it('64 clients casting thousands of ballots leave one ballot per reader and a tally equal to a recount', async () => {
  const survey = await storedSurvey()
  const [, aspects, single] = survey.view.questions
  const server = createAdaptorServer({ fetch: api.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/surveys/${survey.view.slug}/ballot`
  const last = new Map<string, string>()
  let sent = 0

  async function vote(n: number, cookie?: string) {
    const answers = [
      {
        questionId: aspects?.id,
        optionIds: [aspects?.options[n % 3]?.id, aspects?.options[3 + (n % 2)]?.id],
      },
      { questionId: single?.id, optionIds: [single?.options[n % 3]?.id] },
    ]
    const response = await fetch(address, {
      method: 'POST',
      body: JSON.stringify({ answers }),
      headers: {
        'content-type': 'application/json',
        // From many networks: so many ballots from one alone would require proof of work.
        'x-forwarded-for': `10.0.${n % 250}.1`,
        ...(cookie && { cookie }),
      },
    })
    await response.arrayBuffer()
    expect(response.status).toBe(cookie ? 200 : 201)
    const given = response.headers.getSetCookie().find((line) => line.startsWith('avis_reader='))
    const reader = cookie ?? given?.split(';')[0] ?? ''
    last.set(reader, `o${single?.options[n % 3]?.id}`)
    return reader
  }

  async function client() {
    let cookie: string | undefined
    while (sent < BALLOTS) {
      const n = sent++
      cookie = await vote(n, n % REPEAT === 0 ? cookie : undefined)
    }
  }

  try {
    await Promise.all(Array.from({ length: CLIENTS }, client))
  } finally {
    server.close()
  }
  const { tally, recount, ballots, readers } = await tallyAndRecount(survey.id)
  expect(ballots).toBe(last.size)
  expect(readers).toBe(last.size)
  expect(last.size).toBeLessThan(BALLOTS * 0.81)
  expect(tally).toEqual(recount)
  const hours = await courseAndRecount(survey.id)
  expect(hours.course).toEqual(hours.recount)
  // The totals alone do not suffice: the last answer of each reader is the one that counts.
  const expected: Record<string, number> = {}
  for (const cell of last.values()) expected[cell] = (expected[cell] ?? 0) + 1
  for (const [cell, count] of Object.entries(expected)) expect([cell, tally[cell]]).toEqual([cell, count])
  const events = await db().ballotEvent.count({ where: { surveyId: survey.id } })
  expect(events).toBeGreaterThanOrEqual(last.size)
  expect(events).toBeLessThanOrEqual(BALLOTS)
})
