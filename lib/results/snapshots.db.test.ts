import { expect, it } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { flushVisits, noteVisit } from '../ballots/commands/visits'
import { db } from '../platform/db/client'
import { env } from '../platform/runtime/env'
import { newFormToken } from '../readers/rules/form-token'
import { saveDraft } from '../surveys/commands/drafts'
import type { SurveyRecord } from '../surveys/queries/public'
import { CITATIONS } from './commands'
import { isIntact } from './rules/snapshot'

const vote = async (survey: SurveyRecord, place: number, reader = new Client()) => {
  await reader.json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', place)] } })
  return reader
}
const client = new Client()
const cite = (survey: SurveyRecord) => client.json(path(survey, '/snapshots'), { json: {} })
const read = async (survey: SurveyRecord, name: string) => client.json(path(survey, `/results/${name}`))

it('what was cited stays as it was, whatever readers do afterwards', async () => {
  const survey = await storedSurvey()
  expect((await cite(survey)).body.code).toBe('not_possible_now')
  const first = await vote(survey, 0)
  await vote(survey, 1)
  const cited = await cite(survey)
  expect(cited.status).toBe(201)
  const { seq, hash } = cited.body.results
  expect(cited.body.path).toBe(`/consultations/${survey.view.slug}/resultats/${seq}`)
  await vote(survey, 1, first)
  await vote(survey, 1)
  await first.json(path(survey, '/ballot'), { method: 'DELETE' })
  const kept = (await read(survey, String(seq))).body
  expect(kept).toEqual(cited.body.results)
  expect([kept.hash, isIntact(kept)]).toEqual([hash, true])
  expect((await client.json(path(survey, '/results'))).body.hash).not.toBe(hash)
})

it('what was shown beside it stays too, bound to it, and says nothing of a single ballot', async () => {
  const survey = await storedSurvey()
  const readContext = (where: string) => client.json(path(survey, where))
  const token = newFormToken({ issuedAt: Date.now(), source: 'article' }, env().AVIS_SECRET)
  await new Client().json(path(survey, '/ballot'), {
    json: { answers: [choose(survey, 'single', 0)] },
    headers: { 'idempotency-key': token },
  })
  await vote(survey, 1)
  for (const source of ['article', 'article', 'social'] as const) noteVisit(survey.id, source, 'seen')
  noteVisit(survey.id, 'article', 'started')
  await flushVisits()
  const live = await readContext('/context')
  expect(live.body).toMatchObject({
    seen: 3,
    started: 1,
    ballots: 2,
    over: false,
    sources: [
      { source: 'article', seen: 2, ballots: 1 },
      { source: 'social', seen: 1, ballots: 0 },
      { source: 'unknown', seen: 0, ballots: 1 },
    ],
    course: { step: 'hour', steps: [{ ballots: 2 }] },
  })
  const cited = (await cite(survey)).body.results
  await vote(survey, 1)
  noteVisit(survey.id, 'article', 'seen')
  await flushVisits()
  await cite(survey)
  const kept = (await readContext(`/results/${cited.seq}/context`)).body
  expect(kept).toMatchObject({ ...live.body, results: cited.hash, title: survey.view.title })
  expect(isIntact(kept)).toBe(true)
  expect(isIntact({ ...kept, seen: 4 })).toBe(false)
  expect((await readContext('/context')).body).toMatchObject({ seen: 4, ballots: 3 })
  expect((await readContext('/results/999/context')).status).toBe(404)
})

it('the same results cited by many at once are one, and a later result is another', async () => {
  const survey = await storedSurvey()
  await vote(survey, 0)
  const cited = await Promise.all(Array.from({ length: 20 }, () => cite(survey)))
  expect(new Set(cited.map(({ body }) => body.path)).size).toBe(1)
  expect(await db().snapshot.count({ where: { surveyId: survey.id } })).toBe(1)
  await vote(survey, 1)
  expect((await cite(survey)).body.path).not.toBe(cited[0]?.body.path)
})

it('hidden results cannot be cited, and a name that was never given is not found', async () => {
  const hidden = await storedSurvey({ resultsVisibility: 'after_closing' })
  await vote(hidden, 0)
  expect((await cite(hidden)).body.code).toBe('results_hidden')
  for (const name of ['1', '999', '1-v2', '-1', 'x', '1;2'])
    expect((await read(hidden, name)).status).toBe(404)
  expect((await client.json(path(hidden, '/context'))).body.code).toBe('results_hidden')
})

it('a form is sent to the page of what it cited', async () => {
  const survey = await storedSurvey()
  await vote(survey, 0)
  const sent = await client.send(path(survey, '/snapshots'), { form: '', headers: { accept: 'text/html' } })
  expect(sent.status).toBe(303)
  expect(sent.headers.get('location')).toMatch(/\/resultats\/\d+#citation$/)
})

it('of new wording there is a name of its own, though nobody has voted in between', async () => {
  const survey = await storedSurvey()
  await vote(survey, 0)
  const first = await cite(survey)
  const { member } = await import('@/scripts/testing/comments')
  const { findForDesk } = await import('../surveys/queries/desk')
  const editor = (await member('editor')) as never
  const desk = await findForDesk(editor, survey.view.slug)
  if (!desk) throw new Error('the survey of this test is gone')
  const [question] = desk.draft.questions
  if (!question) throw new Error('the survey of this test has no question')
  const questions = [{ ...question, prompt: 'Une autre question ?' }, ...desk.draft.questions.slice(1)]
  const saved = await saveDraft(
    editor,
    survey.view.slug,
    desk.revision,
    { ...desk.draft, questions },
    { asNewVersion: true },
  )
  expect(saved.ok).toBe(true)
  const second = await cite(survey)
  expect(second.body.path).toBe(`${first.body.path}-v2`)
  expect(second.body.results).toMatchObject({ version: 2, ballots: 0, earlier: 1 })
})

it('new citations are limited for a reader, a network and a survey, and what is cited already is answered', async () => {
  const survey = await storedSurvey()
  const kept = () => db().snapshot.count({ where: { surveyId: survey.id } })
  let networks = 0
  const citeFrom = (who: Client, from: string) =>
    who.json(path(survey, '/snapshots'), { json: {}, headers: { 'x-forwarded-for': from } })
  const elsewhere = () => `198.18.${networks++}.1`

  const reader = await vote(survey, 0)
  for (let n = 0; n < CITATIONS.reader.points; n++) {
    await vote(survey, 0)
    expect((await citeFrom(reader, elsewhere())).status).toBe(201)
  }
  // Many concurrent citations of the same results are one.
  await vote(survey, 1)
  const same = await Promise.all(Array.from({ length: 5 }, () => citeFrom(client, elsewhere())))
  expect(new Set(same.map(({ body }) => body.path)).size).toBe(1)
  expect(await kept()).toBe(CITATIONS.reader.points + 1)
  expect((await citeFrom(reader, elsewhere())).body.path).toBe(same[0]?.body.path)
  await vote(survey, 1)
  expect(await citeFrom(reader, elsewhere())).toMatchObject({
    status: 429,
    body: { code: 'too_many_citations', again: { afterSeconds: expect.any(Number) } },
  })

  for (let n = 0; n < CITATIONS.network.points; n++) {
    await vote(survey, 1)
    expect((await citeFrom(client, '203.0.113.7')).status).toBe(201)
  }
  await vote(survey, 1)
  expect((await citeFrom(client, '203.0.113.8')).body.code).toBe('too_many_citations')
  while ((await kept()) < CITATIONS.survey.points - 5) {
    await vote(survey, 1)
    if ((await citeFrom(client, elsewhere())).status !== 201) break
  }
  for (let n = 0; n < 10; n++) {
    await vote(survey, 1)
    await citeFrom(client, elsewhere())
  }
  expect(await kept()).toBeLessThanOrEqual(CITATIONS.survey.points)
  expect((await citeFrom(client, elsewhere())).body.code).toBe('too_many_citations')
  // Other surveys are not affected.
  const other = await storedSurvey()
  await vote(other, 0)
  expect(
    (await client.json(path(other, '/snapshots'), { json: {}, headers: { 'x-forwarded-for': elsewhere() } }))
      .status,
  ).toBe(201)
})
