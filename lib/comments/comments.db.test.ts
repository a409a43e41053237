import { expect, it } from 'vitest'
import { question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../db'
import { publishComment } from './commands'
import { publishedComments, undecidedComments } from './queries'

const MANY = 1_000

async function said(text: string) {
  const survey = await storedSurvey()
  const reader = new Client()
  const say = (words: string) =>
    reader.json(`/api/v1/surveys/${survey.view.slug}/ballot`, {
      json: { answers: [{ questionId: question(survey, 'open').id, text: words }] },
    })
  await say(text)
  const { id } = await db().comment.findFirstOrThrow({ where: { surveyId: survey.id } })
  const waits = async () => (await undecidedComments(MANY)).some((comment) => comment.id === id)
  const shown = async () => (await publishedComments(survey.id)).map((comment) => comment.text)
  return { survey, id, say, waits, shown }
}

it('only the revision that was read is published, and a change of it waits again', async () => {
  const { id, say, waits, shown } = await said('Premier')
  expect([await waits(), await shown()]).toEqual([true, []])
  expect((await publishComment(id, 1, 'shell:essai')).ok).toBe(true)
  expect([await waits(), await shown()]).toEqual([false, ['Premier']])
  await say('Second')
  expect([await waits(), await shown()]).toEqual([true, []])
  expect(await publishComment(id, 1, 'shell:essai')).toEqual({ ok: false, problem: { code: 'not_found' } })
})

it('a text goes with its ballot, also when another process wrote it while the ballot was withdrawn', async () => {
  const { survey, id, waits, shown } = await said('Mon avis')
  const other = await said('Un avis qui attend')
  await publishComment(id, 1, 'shell:essai')
  expect(await shown()).toEqual(['Mon avis'])
  // What that race leaves behind: a ballot without the answer, a comment not marked withdrawn.
  for (const { surveyId } of [{ surveyId: survey.id }, { surveyId: other.survey.id }]) {
    await db().ballot.updateMany({ where: { surveyId }, data: { cells: [] } })
  }
  expect(await shown()).toEqual([])
  expect(await waits()).toBe(false)
  expect(await other.waits()).toBe(false)
})
