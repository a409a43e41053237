import { expect, it } from 'vitest'
import { choose, path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { member } from '@/scripts/testing/comments'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { TITLE } from '../platform/db/title'
import { variablesOf } from '../results/rules/variables'
import type { Editor } from '../staff/rules/roles'
import { screenAll } from './commands/screen'
import { textsBy } from './queries/by-answer'

it('counts texts that stand, by the answers of their authors and what became of them', async () => {
  const survey = await storedSurvey()
  let number = 0
  const say = async (outcome: 'published' | 'held' | 'rejected' | null, ...answers: object[]) => {
    const reader = new Client()
    const text = `Texte numéro ${++number}`
    const open = { questionId: question(survey, 'open').id, text }
    const sent = await reader.json(path(survey, '/ballot'), { json: { answers: [open, ...answers] } })
    expect(sent.status).toBe(201)
    const { id, revision } = await db().comment.findFirstOrThrow({ where: { surveyId: survey.id, text } })
    // The test's decision replaces that of the checks, so they run first: a text whose checks have not run has no
    // decision.
    await screenAll()
    const given = outcome && {
      surveyId: survey.id,
      commentId: id,
      revision,
      outcome,
      reason: outcome === 'rejected' ? 'off_topic' : null,
    }
    const decision = given && (await db().decision.create({ data: given }))
    await db().comment.update({ where: { id }, data: { decisionId: decision?.id ?? null, outcome } })
    return { reader, id }
  }
  const single = (place: number) => choose(survey, 'single', place)
  const several = (...places: number[]) => choose(survey, 'multiple', ...places)
  await say('published', single(0), several(0, 1))
  await say('published', single(0))
  await say('rejected', single(0), several(1))
  await say('held', single(1), several(1, 2))
  await say(null, single(1))
  await say('published')
  const gone = await say('published', single(1))
  await gone.reader.json(path(survey, '/ballot'), { method: 'DELETE' })
  const aside = await say('published', single(1))
  const { reader } = await db().comment.findUniqueOrThrow({ where: { id: aside.id } })
  await db().ballot.update({
    where: { titleId_surveyId_reader: { titleId: TITLE, surveyId: survey.id, reader } },
    data: { quarantineId: 1 },
  })

  const editor = (await member('editor')) as Editor
  const by = async (prompt: RegExp) => {
    const variable = variablesOf(survey.view.questions).find((one) => prompt.test(one.prompt))
    const texts = await textsBy(editor, survey, variable)
    if (!texts.ok) throw new Error(texts.problem.code)
    const { options, unanswered, all } = texts.value
    return [...options, unanswered, all].map(({ published, waiting, rejected }) => [
      published,
      waiting,
      rejected,
    ])
  }
  expect(await by(/pour ou contre/)).toEqual([
    [2, 0, 1],
    [0, 2, 0],
    [0, 0, 0],
    [1, 0, 0],
    [3, 2, 1],
  ])
  expect(await by(/attendez/)).toEqual([
    [1, 0, 0],
    [1, 1, 1],
    [0, 1, 0],
    [2, 1, 0],
    [3, 2, 1],
  ])
  // Where only texts are requested: all of them, and no answer beside any.
  expect(await by(/rien de tel/)).toEqual([
    [3, 2, 1],
    [3, 2, 1],
  ])
})
