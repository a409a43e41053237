import { expect, it } from 'vitest'
import { ballots, path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { findDraft, keepDraft, sweepDrafts } from '../platform/http/form-drafts'

it('a refused form is kept for its reader, with what was wrong', async () => {
  const survey = await storedSurvey()
  const { id, options } = question(survey, 'single')
  const form = `q${id}=${options[0]?.id}&q${id}=${options[1]?.id}&t${question(survey, 'open').id}=Mon+texte`
  const posted = await new Client().send(path(survey, '/ballot'), {
    form,
    headers: { accept: 'text/html' },
  })
  expect(posted.status).toBe(303)
  const draft = posted.headers.get('location')?.split('brouillon=')[1]
  const kept = await db().formDraft.findUniqueOrThrow({ where: { id: draft ?? '' } })
  expect(kept.payload).toMatchObject({
    fields: [
      [`q${id}`, String(options[0]?.id)],
      [`q${id}`, String(options[1]?.id)],
      [`t${question(survey, 'open').id}`, 'Mon texte'],
    ],
    problems: [{ code: 'one_option_only', field: `q${id}` }],
  })
  expect(await ballots(survey)).toBe(0)
})

it('a kept form is found for half an hour by its own id, and then removed', async () => {
  const begun = new Date()
  const later = (minutes: number) => new Date(begun.getTime() + minutes * 60_000)
  const id = await keepDraft(
    { fields: [['t1', 'Mon texte']], code: 'invalid_ballot', problems: [] },
    undefined,
    begun,
  )
  expect((await findDraft(id, later(29)))?.fields).toEqual([['t1', 'Mon texte']])
  expect(await findDraft(id, later(30))).toBeUndefined()
  expect(await findDraft(`${id?.slice(0, -1)}\0`)).toBeUndefined()
  await sweepDrafts(later(29))
  expect(await db().formDraft.count({ where: { id } })).toBe(1)
  await sweepDrafts(later(30))
  expect(await db().formDraft.count({ where: { id } })).toBe(0)
})
