import { expect, it } from 'vitest'
import { MAX_QUESTIONS } from '@/lib/surveys/schema'
import { signedIn } from '@/scripts/testing/signed-in'
import { storedSurvey } from '@/scripts/testing/surveys'
import { extent, whole } from '../test-size'
import { STALL_BUDGET_MS } from './event-loop-delay'
import { frontDoor } from './front-door-server'
import { Report } from './report'
import { requestsTo, routeNames } from './requests'
import { routeEntries } from './routes'

/**
 * `npm test` tries one in so many inputs, different ones for each route, and more of bodies; `npm run test:all` tries
 * all.
 */
const STEP = extent(23, 1)
const BODY_STEP = extent(3, 1)

it('no request that the limits let in holds the event loop for long', { timeout: 600_000 }, async () => {
  const survey = await storedSurvey()
  const [moderator, editor] = [await signedIn('moderator'), await signedIn('editor')]
  const staff = { moderator: moderator.client, editor: editor.client }
  const { send, close } = await frontDoor()
  const report = new Report('route')
  const failed: string[] = []
  const seen = new Map<number, number>()
  try {
    for (const [place, name] of routeNames().entries()) {
      const requests = requestsTo(name, survey, staff)
      const [first] = requests
      // Loads once per process the modules and statements that the first request needs.
      if (first) await send({ ...first.sent, body: undefined, headers: {} })
      for (const [index, { shape, sent }] of requests.entries()) {
        if ((index + place) % (sent.body === undefined ? STEP : BODY_STEP)) continue
        await report.measure(name, shape, async () => {
          const status = await send(sent)
          seen.set(status, (seen.get(status) ?? 0) + 1)
          if (status >= 500) failed.push(`${name}: ${shape} was answered ${status}`)
        })
      }
    }
  } finally {
    close()
  }
  if (whole) console.log(`${report}`)
  expect(failed).toEqual([])
  expect(report.stalls, `over ${STALL_BUDGET_MS} ms`).toEqual([])
  // Not all requests were refused.
  for (const status of [200, 201, 404, 413, 422])
    expect([status, seen.get(status) ?? 0]).not.toEqual([status, 0])
})

it('no ballot of twenty free questions does either', async () => {
  const questions = Array.from({ length: MAX_QUESTIONS }, (_, n) => ({
    kind: 'open' as const,
    prompt: `Question ${n}`,
  }))
  const survey = await storedSurvey({ questions })
  const report = new Report('ballot of twenty questions')
  const { send, close } = await frontDoor()
  try {
    const requests = requestsTo('POST /api/v1/surveys/:slug/ballot', survey, {})
    for (const [index, { shape, sent }] of requests.entries())
      if (sent.body !== undefined && index % BODY_STEP === 0)
        await report.measure('POST ballot', shape, () => send(sent))
  } finally {
    close()
  }
  if (whole) console.log(`${report}`)
  expect(report.stalls, `over ${STALL_BUDGET_MS} ms`).toEqual([])
})

it('every route is measured, and none that is gone', async () => {
  expect(Object.keys(routeEntries(await storedSurvey())).sort()).toEqual(routeNames().sort())
})
