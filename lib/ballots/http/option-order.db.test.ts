import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { path as api, choose, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { temporaryFolder } from '@/scripts/testing/folder'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../../platform/db/client'
import { env } from '../../platform/runtime/env'
import { newFormToken } from '../../readers/rules/form-token'
import { shownOrder } from '../../surveys/rules/option-order'

const token = () => newFormToken({ issuedAt: Date.now(), source: 'none' }, env().AVIS_SECRET)
const randomised = () =>
  storedSurvey({
    questions: [
      {
        kind: 'single',
        prompt: 'Où bâtir ?',
        randomised: true,
        options: [{ label: 'Au nord' }, { label: 'Au sud' }, { label: 'Sans avis', stance: 'abstain' }],
      },
    ],
  })

it('the order a reader saw is kept with the ballot, and a change keeps it', async () => {
  const survey = await randomised()
  const [reader, form] = [new Client(), token()]
  const vote = (place: number, attempt: string) =>
    reader.json(api(survey, '/ballot'), {
      json: { answers: [choose(survey, 'single', place)] },
      headers: { 'idempotency-key': attempt },
    })
  await vote(0, form)
  const shown = shownOrder(survey.view.questions, form)
  expect(shown).toHaveLength(3)
  await vote(1, token())
  const kept = await db().ballot.findMany({ where: { surveyId: survey.id }, select: { shown: true } })
  expect(kept).toEqual([{ shown }])
  expect((await reader.json(api(survey, '/ballot'))).body.shown).toEqual(shown)
})

it('it is of the page that was sent, also when another tab’s attempt makes the reader', async () => {
  const survey = await randomised()
  const [attempt, form] = [token(), token()]
  const { id, options } = question(survey, 'single')
  const sent = await new Client().send(api(survey, '/ballot'), {
    form: new URLSearchParams({ attempt, form, [`q${id}`]: String(options[0]?.id) }).toString(),
  })
  expect(sent.status).toBe(201)
  const kept = await db().ballot.findFirstOrThrow({ where: { surveyId: survey.id }, select: { shown: true } })
  expect(kept.shown).toEqual(shownOrder(survey.view.questions, form))
})

it('it is exported as places, and left empty where no page of ours showed one', async () => {
  const { exportSurvey } = await import('../../exports/commands/export-survey')
  const survey = await randomised()
  const form = token()
  const ballot = { json: { answers: [choose(survey, 'single', 0)] } }
  await new Client().json(api(survey, '/ballot'), { ...ballot, headers: { 'idempotency-key': form } })
  await new Client().json(api(survey, '/ballot'), ballot)
  const file = path.join(temporaryFolder(), 'ballots.jsonl')
  await exportSurvey(
    survey,
    { format: 'jsonl', table: 'ballots', allTexts: false, setAside: false, language: 'fr' },
    file,
  )
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)[`v1_q${question(survey, 'single').id}_order`])
  const ids = question(survey, 'single').options.map((option) => option.id)
  const places = shownOrder(survey.view.questions, form).map((id) => ids.indexOf(id) + 1)
  expect(rows.toSorted()).toEqual([places.join(' '), null])
})

it('a survey that asks in one order keeps none', async () => {
  const survey = await storedSurvey()
  await new Client().json(api(survey, '/ballot'), {
    json: { answers: [choose(survey, 'single', 0)] },
    headers: { 'idempotency-key': token() },
  })
  const kept = await db().ballot.findFirstOrThrow({ where: { surveyId: survey.id }, select: { shown: true } })
  expect(kept.shown).toEqual([])
})
