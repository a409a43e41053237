import { expect, it } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { writeBallots } from '../ballots/commands/write-ballots'
import type { SurveyRecord } from '../surveys/queries/public'
import { isIntact } from './rules/snapshot'

const results = async (survey: SurveyRecord) => (await new Client().json(path(survey, '/results'))).body

async function vote(survey: SurveyRecord, reader: Client, option: number) {
  const { body } = await reader.json(path(survey, '/ballot'), {
    json: { answers: [choose(survey, 'single', option)] },
  })
  return body.results
}

/** Casts a ballot that another process accepts: this process gets no notice of it. */
const elsewhere = (survey: SurveyRecord, n: number) =>
  writeBallots([
    {
      surveyId: survey.id,
      version: 1,
      reader: String(n).padStart(32, '0'),
      cells: 'b v1',
      texts: [],
      receiptHash: String(n).padStart(64, '0'),
    },
  ])

it('a vote is answered with results in which it counts, and those of other processes do', async () => {
  const survey = await storedSurvey()
  const other = await storedSurvey()
  const [reader, second] = [new Client(), new Client()]
  const answered: { seq: number; ballots: number }[] = []
  const check = async (given: Awaited<ReturnType<typeof results>>) => {
    expect(given).toEqual(await results(survey))
    expect(isIntact(given)).toBe(true)
    answered.push(given)
  }
  await check(await vote(survey, reader, 0))
  await check(await vote(survey, second, 1))
  await elsewhere(survey, 7)
  await check(await vote(survey, reader, 2))
  await elsewhere(survey, 8)
  await vote(other, new Client(), 0)
  await check(await vote(survey, reader, 1))
  // The same answers move nothing.
  await check(await vote(survey, reader, 1))
  expect(answered.map(({ seq }) => seq)).toEqual([1, 2, 4, 6, 6])
  expect(answered.map(({ ballots }) => ballots)).toEqual([1, 2, 3, 4, 4])
})

it('votes of one moment in several surveys are each answered with their own', async () => {
  const surveys = await Promise.all([storedSurvey(), storedSurvey(), storedSurvey()])
  for (const survey of surveys) await results(survey)
  const votes = surveys.flatMap((survey) => [0, 1, 2].map((option) => vote(survey, new Client(), option)))
  const given = await Promise.all(votes)
  expect(given.map(({ slug }) => slug)).toEqual(
    surveys.flatMap(({ view }) => [view.slug, view.slug, view.slug]),
  )
  for (const survey of surveys) expect((await results(survey)).ballots).toBe(3)
  expect(given.every(isIntact)).toBe(true)
})
