import { expect, it } from 'vitest'
import { choose } from '@/scripts/testing/answers'
import { tallyAndRecount } from '@/scripts/testing/recount'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../../platform/db/client'
import { checkBallot } from '../rules/check'
import { castBallot, withdrawBallot } from './cast'

const reader = new Uint8Array(16).fill(7)

it('a ballot checked against questions that change before it is written is refused by the write', async () => {
  const survey = await storedSurvey()
  const checked = checkBallot(survey.view.questions, { answers: [choose(survey, 'single', 0)] })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem))
  expect((await castBallot(survey, reader, checked.value)).ok).toBe(true)
  // Between the check and the write, an editor saves a new version.
  await db().survey.update({ where: { id: survey.id }, data: { version: 2 } })
  const late = await castBallot(survey, new Uint8Array(16).fill(8), checked.value)
  expect(late).toEqual({ ok: false, problem: { code: 'survey_changed' } })
  expect((await tallyAndRecount(survey.id)).ballots).toBe(1)
  // A withdrawal needs no version.
  expect((await withdrawBallot(survey, reader)).ok).toBe(true)
  expect((await tallyAndRecount(survey.id)).ballots).toBe(0)
})
