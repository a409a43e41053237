import { expect, it } from 'vitest'
import { choose, path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { tallyAndRecount } from '@/scripts/testing/recount'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../../platform/db/client'
import type { SurveyRecord } from '../../surveys/queries/public'
import { CHANGES_AT_ONCE, SECONDS_PER_CHANGE } from '../rules/change-limit'

const vote = (survey: SurveyRecord, reader: Client, place: number, text?: string) =>
  reader.json(path(survey, '/ballot'), {
    json: {
      answers: [
        choose(survey, 'single', place % 3),
        ...(text ? [{ questionId: question(survey, 'open').id, text }] : []),
      ],
    },
  })
const grown = async ({ id }: SurveyRecord) => ({
  events: await db().ballotEvent.count({ where: { surveyId: id } }),
  links: await db().chainLink.count({ where: { surveyId: id } }),
  revisions: await db().commentRevision.count({ where: { comment: { surveyId: id } } }),
})
const later = ({ id }: SurveyRecord, seconds: number) =>
  db()
    .$executeRaw`UPDATE ballot SET cast_at = cast_at - make_interval(secs => ${seconds}) WHERE survey_id = ${id}`

it('one reader’s changes come to an end, and go on with time; the last that was taken counts', async () => {
  const survey = await storedSurvey()
  const reader = new Client()
  for (let n = 0; n < CHANGES_AT_ONCE; n++) expect((await vote(survey, reader, n)).status).toBeLessThan(202)
  const before = await grown(survey)
  expect(before.events).toBe(CHANGES_AT_ONCE)

  const refused = await vote(survey, reader, CHANGES_AT_ONCE)
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_changes' } })
  const wait = refused.body.again.afterSeconds
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(SECONDS_PER_CHANGE)
  const flood = await Promise.all(Array.from({ length: 40 }, (_, n) => vote(survey, reader, n, `texte ${n}`)))
  // Unchanged answers may be sent again: the first response may never have arrived.
  for (const { status, body } of flood) if (status !== 200) expect(body.code).toBe('too_many_changes')
  expect((await grown(survey)).events).toBe(before.events)
  const { tally, recount } = await tallyAndRecount(survey.id)
  expect(tally).toEqual(recount)

  // No other reader pays, and this reader may always withdraw their ballot.
  expect((await vote(survey, new Client(), 0)).status).toBe(201)
  expect((await reader.json(path(survey, '/ballot'), { method: 'DELETE' })).status).toBe(200)
  expect((await vote(survey, reader, 0)).status).toBe(429)
  await later(survey, 3 * SECONDS_PER_CHANGE)
  expect((await vote(survey, reader, 0)).status).toBe(201)
})

it('a text has as many revisions, and what is refused leaves ballot and text as they were', async () => {
  const survey = await storedSurvey()
  const reader = new Client()
  for (let n = 0; n < CHANGES_AT_ONCE; n++)
    expect((await vote(survey, reader, 0, `texte ${n}`)).status).toBeLessThan(202)
  const before = await grown(survey)
  expect(before.revisions).toBe(CHANGES_AT_ONCE)
  expect((await vote(survey, reader, 1, 'un de trop')).body.code).toBe('too_many_changes')
  expect(await grown(survey)).toEqual(before)
  const mine = (await reader.json(path(survey, '/ballot'))).body
  expect(mine.answers).toContainEqual(choose(survey, 'single', 0))
  expect(JSON.stringify(mine.answers)).toContain(`texte ${CHANGES_AT_ONCE - 1}`)
  // The same text with another choice is not a revision of that text.
  expect((await vote(survey, reader, 1, `texte ${CHANGES_AT_ONCE - 1}`)).status).toBe(200)
})

it('a form without JavaScript comes back with what was typed and the reason', async () => {
  const survey = await storedSurvey()
  const reader = new Client()
  for (let n = 0; n < CHANGES_AT_ONCE; n++) await vote(survey, reader, n)
  const { questionId, optionIds } = choose(survey, 'single', CHANGES_AT_ONCE % 3)
  const sent = await reader.send(path(survey, '/ballot'), {
    form: new URLSearchParams({ [`question.${questionId}.option`]: String(optionIds[0]) }).toString(),
    headers: { accept: 'text/html' },
  })
  expect([sent.status, sent.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/bulletin\?brouillon=/),
  ])
})
