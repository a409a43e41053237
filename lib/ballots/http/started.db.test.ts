import { expect, it } from 'vitest'
import { path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../../platform/db/client'
import { env } from '../../platform/runtime/env'
import { newFormToken } from '../../readers/rules/form-token'
import type { SurveyRecord } from '../../surveys/queries/public'
import { flushVisits } from '../commands/visits'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'
const token = () => newFormToken({ issuedAt: Date.now(), source: 'search' }, env().AVIS_SECRET)
const tell = async (survey: SurveyRecord, body: string, agent = FIREFOX) => {
  const sent = await new Client().send(path(survey, '/started'), {
    body,
    headers: { 'content-type': 'text/plain;charset=UTF-8', 'user-agent': agent },
  })
  return sent.status
}
const started = async ({ id }: SurveyRecord) => {
  await flushVisits()
  const rows = await db().visit.findMany({ where: { surveyId: id }, select: { source: true, started: true } })
  return rows
}

it('a form that was begun is counted once, with what led its reader there', async () => {
  const survey = await storedSurvey()
  const form = token()
  expect([await tell(survey, form), await tell(survey, form), await tell(survey, token())]).toEqual([
    204, 204, 204,
  ])
  expect(await started(survey)).toEqual([{ source: 'search', started: 2 }])
})

it('nobody is counted who does not show a page of ours, nor a robot, nor after closing', async () => {
  const survey = await storedSurvey()
  expect(await tell(survey, '')).toBe(422)
  expect(await tell(survey, `${token()}x`)).toBe(422)
  expect(await tell(survey, token(), 'Googlebot/2.1')).toBe(204)
  const closed = await storedSurvey({ closesAt: new Date(Date.now() - 3600_000) })
  expect(await tell(closed, token())).toBe(204)
  expect([await started(survey), await started(closed)]).toEqual([[], []])
  expect((await new Client().send('/api/v1/surveys/nowhere/started', { body: token() })).status).toBe(404)
})
