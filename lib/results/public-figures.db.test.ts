import { beforeAll, beforeEach, expect, it } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { listen } from '@/scripts/testing/sse-client'
import { storedMember } from '@/scripts/testing/staff'
import { storedSurvey } from '@/scripts/testing/surveys'
import { checkOne } from '../operations/data-check'
import { db } from '../platform/db/client'
import { forgetOnce } from '../platform/runtime/per-process'
import { createToken } from '../staff/commands/tokens'
import type { Editor } from '../staff/rules/roles'
import { findSurvey, forgetSurvey, type SurveyRecord } from '../surveys/queries/public'
import { findResults } from './queries/results'
import { cardOf } from './rules/card'
import type { Results } from './schema'

/** The default, where an operator sets nothing. */
beforeAll(() => {
  delete process.env.AVIS_RESULTS_BATCH
  forgetOnce('env')
})

let survey: SurveyRecord
beforeEach(async () => {
  survey = await storedSurvey({ resultsVisibility: 'always' })
})

const anybody = new Client()
const read = async (rest = '/results') => (await anybody.json(path(survey, rest))).body

/** Casts `count` votes of as many readers in sequence; resolves to the last response. */
async function vote(count: number, place = 0): Promise<Results> {
  let results: Results | undefined
  for (let reader = 0; reader < count; reader++) {
    const sent = { json: { answers: [choose(survey, 'single', place)] } }
    results = (await new Client().json(path(survey, '/ballot'), sent)).body.results
  }
  if (!results) throw new Error('nobody answered')
  return results
}

async function close() {
  await db().survey.update({ where: { id: survey.id }, data: { closesAt: new Date(Date.now() - 1_000) } })
  forgetSurvey(survey.view.slug)
  survey = (await findSurvey(survey.view.slug)) ?? survey
}

const few = (ballots: number) => ({ seq: 0, ballots, questions: [] })

it('says how many answered and nothing else before ten have', async () => {
  expect(survey.view.figures).toEqual({ from: 10, every: 5 })
  expect(await vote(3)).toMatchObject(few(3))
  expect(await read()).toMatchObject(few(3))
  expect(await read()).not.toHaveProperty('chain')
  expect(await read('/context')).toMatchObject({ ballots: 3, sources: [], course: { steps: [] } })
  expect(await read('/ledger')).toEqual({ received: 3, counted: 3, setAside: [] })
  expect(await anybody.json(path(survey, '/snapshots'), { json: {} })).toMatchObject({
    status: 409,
    body: { code: 'not_possible_now' },
  })
  const card = cardOf(survey.view, await findResults(survey))
  expect([card.rows, card.alt]).toEqual([[], expect.not.stringMatching(/\d %/)])
})

it('shows five from the tenth on, ten from the fifteenth on, and all of them once it is closed', async () => {
  await vote(9)
  expect(await read()).toMatchObject(few(9))
  await vote(1)
  const first: Results = await read()
  expect(first).toMatchObject({ seq: 5, ballots: 5 })
  expect(await vote(4, 1)).toEqual(first)
  expect(await read()).toEqual(first)
  expect(await read('/context')).toMatchObject({ ballots: 5 })
  expect(await read('/ledger')).toMatchObject({ received: 5, counted: 5 })
  await vote(1, 1)
  expect(await read()).toMatchObject({ seq: 10, ballots: 10 })
  const cited = await anybody.json(path(survey, '/snapshots'), { json: {} })
  expect(cited.body.path).toMatch(/\/resultats\/10$/)
  await vote(2)
  await close()
  expect(await read()).toMatchObject({ seq: 17, ballots: 17 })
  expect(await read('/results/10')).toEqual(cited.body.results)
  expect(await checkOne(survey.view.slug)).toEqual([])
})

it('tells readers of a small consultation their number alone, also once it is closed', async () => {
  await vote(9)
  await close()
  expect(await read()).toMatchObject(few(9))
  expect(await read('/context')).toMatchObject({ ballots: 9, sources: [] })
  await db().survey.update({ where: { id: survey.id }, data: { closesAt: null } })
  forgetSurvey(survey.view.slug)
  expect(await read()).toMatchObject(few(9))
})

it('streams the number while there are few, then each step, and nothing between', async () => {
  const events = await listen(anybody, path(survey, '/results/stream'))
  await vote(1)
  const seen: [seq: number, ballots: number][] = []
  const until = async (wanted: (results: Results) => boolean) => {
    for (;;) {
      const results = await events.results()
      if (!results) throw new Error('the stream fell silent')
      seen.push([results.seq, results.ballots])
      if (wanted(results)) return
    }
  }
  await until(({ ballots }) => ballots === 1)
  await vote(9)
  await until(({ seq }) => seq === 5)
  await vote(5)
  await until(({ seq }) => seq === 10)
  await events.close()
  expect(seen.filter(([seq]) => seq > 0)).toEqual([
    [5, 5],
    [10, 10],
  ])
})

it('gives a program of the newsroom the exact counts, and its browsers what readers see', async () => {
  await vote(7)
  const editor = (await storedMember('editor')) as Editor
  const made = await createToken(editor, { name: 'Tableau de bord', scopes: ['results:read'], days: 30 })
  if (!made.ok) throw new Error('no token was made')
  const { token } = made.value
  const exact = await anybody.json(path(survey, '/results'), {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(exact.body).toMatchObject({ seq: 7, ballots: 7 })
  const wrong = await anybody.json(path(survey, '/results'), { headers: { authorization: 'Bearer nobody' } })
  expect(wrong.body).toMatchObject(few(7))
})

it('shows at once what came while nobody looked, as in an import', async () => {
  await db().$executeRaw`
    INSERT INTO ballot (survey_id, reader, cells, receipt_hash)
    SELECT ${survey.id}, decode(lpad(to_hex(n), 32, '0'), 'hex'), ARRAY['b', 'v1'], decode(lpad(to_hex(n), 64, '0'), 'hex')
    FROM generate_series(1, 60) AS n`
  await db().$executeRaw`INSERT INTO tally VALUES (${survey.id}, 'b', 60), (${survey.id}, 'v1', 60)`
  await db().$executeRaw`
    INSERT INTO tally_head (survey_id, seq, at, chain) VALUES (${survey.id}, 1, now(), sha256(''))`
  expect(await read()).toMatchObject({ seq: 1, ballots: 60 })
  await vote(4)
  expect(await read()).toMatchObject({ seq: 1, ballots: 60 })
})

it('steps once, however many processes look at the same time', async () => {
  await vote(4)
  // A separate process has nothing in memory, and shares no other's reads.
  const looks = Array.from({ length: 20 }, async () => {
    forgetOnce('public-figures')
    forgetOnce('public-looks')
    return findResults(survey)
  })
  await Promise.all([...looks, vote(1)])
  expect(await read()).toMatchObject(few(5))
  const { nextSeq, shownSeq } = await db().publicFigures.findFirstOrThrow({ where: { surveyId: survey.id } })
  expect([nextSeq, shownSeq]).toEqual([5n, null])
})
