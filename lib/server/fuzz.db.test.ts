import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { tallyAndRecount } from '@/scripts/testing/recount'
import { storedSurvey } from '@/scripts/testing/surveys'
import { extent } from '@/scripts/testing/test-size'
import type { SurveyRecord } from '../surveys/queries/public'

const RUNS = extent(60, 400)

/** Returns ballots from nearly right to nonsense, so that both the schema and the rules behind it are reached. */
function bodies({ view }: SurveyRecord) {
  const ids = view.questions.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)])
  const id = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null)) },
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('\u0000', '\ud800', 'a'.repeat(4_001)),
  )
  const answer = fc.record(
    { questionId: id, optionIds: fc.array(id, { maxLength: 4 }), text, extra: fc.json() },
    { requiredKeys: [] },
  )
  const plausible = fc.constantFrom(...view.questions).chain(
    ({ id: questionId, options }): fc.Arbitrary<object> =>
      options.length
        ? fc.record({
            questionId: fc.constant(questionId),
            optionIds: fc.subarray(options.map((option) => option.id)),
          })
        : fc.record({ questionId: fc.constant(questionId), text }),
  )
  const anyAnswer = fc.oneof(
    { weight: 6, arbitrary: plausible },
    { weight: 3, arbitrary: answer },
    { weight: 1, arbitrary: fc.anything() },
  )
  const near = fc.record({ answers: fc.array(anyAnswer, { maxLength: 3 }) })
  return fc.oneof(
    {
      weight: 8,
      arbitrary: near.map((body) =>
        JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
      ),
    },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  )
}

it('no body whatever makes the server fail, and a refused one stores nothing', async () => {
  const survey = await storedSurvey()
  const address = `/api/v1/surveys/${survey.view.slug}/ballot`
  let stored = 0
  await fc.assert(
    fc.asyncProperty(bodies(survey), async (body) => {
      const { status, body: answer } = await new Client().json(address, { method: 'POST', body })
      if (status === 201) stored++
      else expect(answer).toMatchObject({ status, code: expect.any(String), title: expect.any(String) })
      expect([201, 400, 413, 422]).toContain(status)
    }),
    { numRuns: RUNS },
  )
  const { tally, recount, ballots } = await tallyAndRecount(survey.id)
  expect(ballots).toBe(stored)
  expect(tally).toEqual(recount)
  expect(stored).toBeGreaterThan(0)
})

it('no form whatever makes the server fail', async () => {
  const survey = await storedSurvey()
  const address = `/api/v1/surveys/${survey.view.slug}/ballot`
  const ids = survey.view.questions.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)])
  const name = fc.oneof(
    fc
      .tuple(fc.constantFrom('q', 't'), fc.constantFrom(...ids), fc.constantFrom('', '.0', '.1', '.9'))
      .map((part) => part.join('')),
    fc.constantFrom('__proto__', 'answers', 'constructor'),
    fc.string(),
  )
  const value = fc.oneof(fc.constantFrom(...ids).map(String), fc.string({ unit: 'binary' }))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 6 }), async (fields) => {
      const { status } = await new Client().json(address, { form: new URLSearchParams(fields).toString() })
      expect([201, 422]).toContain(status)
    }),
    { numRuns: RUNS },
  )
  const { tally, recount } = await tallyAndRecount(survey.id)
  expect(tally).toEqual(recount)
})

it('no address or header whatever makes the server fail', async () => {
  const headers = fc.dictionary(
    fc.constantFrom(
      'cookie',
      'accept-language',
      'accept',
      'origin',
      'sec-fetch-site',
      'idempotency-key',
      'content-type',
    ),
    fc.stringMatching(/^[!-~][ -~]{0,40}$/),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.webPath(), fc.constantFrom('/%00', '/a%00/results', '/%ff/ballot', '/..%2f/ballot')),
      headers,
      fc.constantFrom('GET', 'POST', 'DELETE'),
      async (path, given, method) => {
        const response = await new Client().send(`/api/v1/surveys${path}`, { method, headers: given })
        expect(response.status).toBeLessThan(500)
      },
    ),
    { numRuns: RUNS },
  )
})
