import fc from 'fast-check'
import { tallyAndRecount } from '../../scripts/testing/recount'
import { storedSurvey } from '../../scripts/testing/surveys'
import { extent, whole } from '../../scripts/testing/test-size'
import { type Described, type Odd, oddRequests } from '../fixtures/arbitrary-requests'
import { DEMO, expect, test } from '../fixtures/base-test'

const REQUESTS = extent(300, 10_000)
const AT_ONCE = 8

test('nothing that anybody sends makes the server fail', async ({ baseURL }) => {
  test.setTimeout(REQUESTS * 1_000)
  const survey = await storedSurvey()
  const described = (await (await fetch(`${baseURL}/api/v1/openapi.json`)).json()) as Described
  const slugs = [survey.view.slug, DEMO.split('/').at(-1) ?? '']
  const requests = fc.sample(oddRequests(slugs, described), REQUESTS)
  const failures: { status: number; request: Odd }[] = []
  const seen = new Map<number, number>()

  async function send(request: Odd) {
    const stop = new AbortController()
    const { method, address, headers, body } = request
    const answer = await fetch(baseURL + address, {
      ...{ method, headers, redirect: 'manual', signal: stop.signal },
      ...(body !== undefined && { body }),
    })
    const { status } = answer
    seen.set(status, (seen.get(status) ?? 0) + 1)
    // «Try again» is an answer; anything else past 500 is a failure.
    if (status >= 500 && !(status === 503 && answer.headers.has('retry-after')))
      failures.push({ status, request })
    stop.abort()
  }
  const waiting = [...requests]
  const worker = async () => {
    for (let request = waiting.pop(); request; request = waiting.pop()) await send(request)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  if (whole) console.log(Object.fromEntries(seen))
  expect(failures.slice(0, 10)).toEqual([])
  // It was no wall of refusals that was tried. Of few requests it can happen that none gets as far as 422.
  for (const status of [200, 404, ...(whole ? [422] : [])])
    expect([status, seen.get(status) ?? 0]).not.toEqual([status, 0])
  const { tally, recount } = await tallyAndRecount(survey.id)
  expect(tally).toEqual(recount)
})
