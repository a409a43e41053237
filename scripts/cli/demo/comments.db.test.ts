import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { tallyAndRecount } from '@/scripts/testing/recount'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../../../lib/platform/db/client'

const run = (...given: string[]) =>
  promisify(execFile)(process.execPath, ['scripts/run.mjs', 'demo:comments', ...given], { env: process.env })

it('invented readers answer and write through the same doors, and what they do counts', async () => {
  const survey = await storedSurvey()
  const { stdout } = await run('--count', '40', '--survey', survey.view.slug)
  expect(stdout).toContain('40 invented comments')
  const comments = await db().comment.findMany({
    where: { surveyId: survey.id },
    include: { decision: true },
  })
  expect(comments).toHaveLength(40)
  expect(comments.every(({ decision }) => decision)).toBe(true)
  expect(new Set(comments.map(({ decision }) => decision?.rule)).size).toBeGreaterThan(3)
  const { tally, recount, readers } = await tallyAndRecount(survey.id)
  expect([tally, readers]).toEqual([recount, 40])
})

it('says what it does not understand', async () => {
  await expect(run('--count', 'many')).rejects.toMatchObject({ code: 2 })
  await expect(run('--survey', 'nulle-part')).rejects.toMatchObject({ code: 1 })
})
