import { expect, it } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedMember } from '@/scripts/testing/staff'
import { storedSurvey } from '@/scripts/testing/surveys'
import type { Editor } from '../staff/rules/roles'
import { saveDraft } from '../surveys/commands/drafts'
import { findForDesk } from '../surveys/queries/desk'
import { findSurvey, type SurveyRecord } from '../surveys/queries/public'
import { awaitsFigures, findAnsweredVersion, findCorrections, findResults } from './queries/results'
import { snapshotName } from './rules/snapshot'

const client = new Client()
const vote = (survey: SurveyRecord) =>
  new Client().json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })

/** Changes the prompt of the survey's first question, as an editor. */
async function reword({ view: { slug } }: SurveyRecord, prompt: string, as: object) {
  const editor = (await storedMember('editor')) as Editor
  const desk = await findForDesk(editor, slug)
  const [first, ...others] = desk?.draft.questions ?? []
  if (!desk || !first) throw new Error('the survey of this test has no question')
  const questions = [{ ...first, prompt }, ...others]
  expect(await saveDraft(editor, slug, desk.revision, { ...desk.draft, questions }, as)).toMatchObject({
    ok: true,
  })
  return first.prompt
}

async function cite(survey: SurveyRecord): Promise<string> {
  const { body } = await client.json(path(survey, '/snapshots'), { json: {} })
  return snapshotName(body.results)
}

it('a citation tells which of its words were corrected after it, and no others', async () => {
  const survey = await storedSurvey()
  await vote(survey)
  const asked = await reword(survey, 'Votre avi ?', { asCorrection: true })
  expect(asked).not.toBe('Votre avi ?')
  const first = await cite(survey)
  expect(await findCorrections(survey, first)).toEqual([])

  await reword(survey, 'Votre avis ?', { asCorrection: true })
  await vote(survey)
  const second = await cite(survey)
  await reword(survey, 'Une autre question ?', { asNewVersion: true })
  await reword(survey, 'Toute autre question ?', { asCorrection: true })
  const corrected = [{ before: 'Votre avi ?', after: 'Votre avis ?', at: expect.any(String) }]
  expect(await findCorrections(survey, first)).toEqual(corrected)
  expect(await findCorrections(survey, second)).toEqual([])
  expect(await findCorrections(survey, '999')).toEqual([])
})

it('questions that nobody has answered yet await figures, and those before them are shown', async () => {
  const survey = await storedSurvey()
  expect(awaitsFigures(await findResults(survey))).toBe(false)
  await vote(survey)
  await reword(survey, 'Une deuxième ?', { asNewVersion: true })
  await reword(survey, 'Une troisième ?', { asNewVersion: true })
  const latest = await findSurvey(survey.view.slug)
  if (!latest) throw new Error('the survey is gone')
  expect(awaitsFigures(await findResults(latest))).toBe(true)
  const answered = await findAnsweredVersion(latest)
  expect([answered?.survey.view.version, answered?.results.ballots]).toEqual([1, 1])
  await vote(latest)
  expect(awaitsFigures(await findResults(latest))).toBe(false)
})
