import { expect, it } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedMember } from '@/scripts/testing/staff'
import { storedSurvey, surveyInput } from '@/scripts/testing/surveys'
import { db } from '../../platform/db/client'
import type { Editor } from '../../staff/rules/roles'
import { findForDesk, listForDesk } from '../queries/desk'
import { findSurvey } from '../queries/public'
import type { EditableQuestion } from '../schema'
import { createSurvey } from './create'
import { saveDraft } from './drafts'
import { archiveSurvey, closeSurvey, publishSurvey } from './lifecycle'

const code = (outcome: { ok: boolean; problem?: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.problem?.code

/** Stores a survey with one ballot, as an editor works on it. */
async function answered() {
  const editor = (await storedMember('editor')) as Editor
  const survey = await storedSurvey()
  const { slug } = survey.view
  await new Client().json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })
  const desk = async () => {
    const found = await findForDesk(editor, slug)
    if (!found) throw new Error('the survey of this test is gone')
    return found
  }
  const change = async (reword: (question: EditableQuestion) => EditableQuestion, as: object) => {
    const { draft, revision } = await desk()
    return code(
      await saveDraft(editor, slug, revision, { ...draft, questions: draft.questions.map(reword) }, as),
    )
  }
  const figures = async () => (await new Client().json(path(survey, '/results'))).body
  return { editor, slug, desk, change, figures }
}

const adding = (end: string) => (question: EditableQuestion) => ({
  ...question,
  prompt: question.prompt + end,
})

it('corrects a closed and an archived survey too, and changes nothing else of it', async () => {
  const { editor, slug, desk, change, figures } = await answered()
  await closeSurvey(editor, slug, (await desk()).revision)
  const before = await figures()
  const [asked] = (await desk()).draft.questions
  expect(await change(adding(' !'), { asNewVersion: true })).toBe('wording_frozen')
  expect(await change(adding(' !'), { asCorrection: true })).toBe('ok')
  await archiveSurvey(editor, slug, (await desk()).revision)
  expect(await change(adding(' !'), { asCorrection: true })).toBe('ok')
  expect((await findSurvey(slug))?.view.questions[0]?.prompt).toBe(`${asked?.prompt} ! !`)
  expect(await figures()).toEqual(before)
  expect((await desk()).history[0]?.corrections).toContainEqual({
    question: (await findSurvey(slug))?.view.questions[0]?.id,
    before: `${asked?.prompt} !`,
    after: `${asked?.prompt} ! !`,
  })
})

it('refuses what would give one option the answers of another', async () => {
  const { change, desk, figures } = await answered()
  const before = [(await desk()).draft, await figures()]
  const reversed = (question: EditableQuestion) => ({ ...question, lines: question.lines.toReversed() })
  expect(await change(reversed, { asCorrection: true })).toBe('not_a_correction')
  expect(await change((question) => ({ ...question, required: true }), { asCorrection: true })).toBe(
    'not_a_correction',
  )
  expect([(await desk()).draft, await figures()]).toEqual(before)
})

it('the desk tells how many answered the present questions, not earlier ones', async () => {
  const { editor, slug, change, desk } = await answered()
  expect((await desk()).ballots).toBe(1)
  expect(await change(adding(' ?'), { asNewVersion: true })).toBe('ok')
  expect((await desk()).ballots).toBe(0)
  expect((await listForDesk(editor)).find((entry) => entry.slug === slug)?.ballots).toBe(1)
})

it('choices of the same words: older consultations keep them, and no other is published with them', async () => {
  const { editor, slug, desk, change } = await answered()
  const option = await db().option.findFirstOrThrow({
    where: { label: 'Contre', question: { survey: { slug } } },
  })
  await db().option.update({ where: { id: option.id }, data: { label: 'pour ' } })
  const { draft, revision } = await desk()
  expect(await saveDraft(editor, slug, revision, { ...draft, title: 'Un autre titre' })).toMatchObject({
    ok: true,
  })
  expect(await change(adding(' !'), { asCorrection: true })).toBe('invalid_survey')
  const reworded = (question: EditableQuestion) => ({
    ...question,
    lines: question.lines.map((line) => (line === 'pour ' ? 'Contre' : line)),
  })
  expect(await change(reworded, { asCorrection: true })).toBe('ok')

  const input = surveyInput({ opensAt: undefined })
  await createSurvey(input)
  await db().option.updateMany({
    where: { label: 'Contre', question: { survey: { slug: input.slug } } },
    data: { label: 'POUR' },
  })
  const times = { opensAt: undefined, closesAt: undefined }
  expect(await publishSurvey(editor, input.slug, 1, times)).toMatchObject({
    problem: {
      fields: [
        {
          code: 'same_option_twice',
          field: 'questions.2.lines',
          values: { first: 1, second: 2, label: 'POUR' },
        },
      ],
    },
  })
})
