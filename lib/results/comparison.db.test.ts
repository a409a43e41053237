import { expect, it } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { member } from '@/scripts/testing/comments'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import type { Editor } from '../staff/rules/roles'
import { compare } from './queries/comparison'
import { withConcurrencyLimit } from './queries/concurrency-limit'
import { findResults } from './queries/results'
import { figuresOf, matchesOf } from './rules/matching'

const HOUR = 3600_000

it('two surveys are compared by their public counts and by the hours since each opened', async () => {
  const hour = Math.floor(Date.now() / HOUR) * HOUR
  const [early, late] = await Promise.all([
    storedSurvey({ opensAt: new Date(hour - 48 * HOUR + 600_000) }),
    storedSurvey({ opensAt: new Date(hour - 5 * HOUR) }),
  ])
  for (const [survey, places] of [
    [early, [0, 0, 1]],
    [late, [1]],
  ] as const)
    for (const place of places) {
      const answers = [choose(survey, 'single', place)]
      await new Client().json(path(survey, '/ballot'), { json: { answers } })
    }
  await db().visit.deleteMany({ where: { surveyId: { in: [early.id, late.id] } } })
  await db().visit.createMany({
    data: [
      { surveyId: early.id, hour: new Date(hour - 48 * HOUR), source: 'search', ballots: 1 },
      { surveyId: early.id, hour: new Date(hour - 46 * HOUR), source: 'search', ballots: 1 },
      { surveyId: early.id, hour: new Date(hour - 46 * HOUR), source: 'unknown', ballots: 1 },
      { surveyId: early.id, hour: new Date(hour - 40 * HOUR), source: 'search', seen: 9 },
      { surveyId: late.id, hour: new Date(hour), source: 'none', ballots: 1 },
    ],
  })
  const compared = await compare((await member('editor')) as Editor, early, late)
  if (!compared.ok) throw new Error(compared.problem.code)
  const [first, second] = compared.value
  expect(first.elapsed).toEqual([
    { elapsed: 0, ballots: 1 },
    { elapsed: 2, ballots: 2 },
  ])
  expect(second.elapsed).toEqual([{ elapsed: 5, ballots: 1 }])
  expect([first.results, second.results]).toEqual([await findResults(early), await findResults(late)])

  const match = matchesOf(early.view.questions, late.view.questions).find(({ first: { prompt } }) =>
    /pour ou contre/.test(prompt),
  )
  if (!match) throw new Error('both surveys ask it')
  expect(figuresOf(match.first, first.results).counts).toEqual([2, 1, 0])
  expect(figuresOf(match.second, second.results).counts).toEqual([0, 1, 0])
})

it('what takes too long is stopped and said so, and so is what too many wait for', async () => {
  const slow = () => withConcurrencyLimit((tx) => tx.$queryRaw`SELECT pg_sleep(20)::text`, 500)
  const outcomes = await Promise.all(Array.from({ length: 30 }, slow))
  const refused = { ok: false, problem: { code: 'analysis_too_slow' } }
  expect(outcomes).toEqual(outcomes.map(() => refused))
  const quick = await withConcurrencyLimit((tx) => tx.$queryRaw<{ one: number }[]>`SELECT 1 AS one`)
  expect(quick).toEqual({ ok: true, value: [{ one: 1 }] })
  await expect(withConcurrencyLimit((tx) => tx.$queryRaw`SELECT nonsense`)).rejects.toThrow(/nonsense/)
}, 60_000)
