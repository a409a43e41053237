import { afterAll, beforeEach, expect, it } from 'vitest'
import { ballots, choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { forgetOnce } from '../platform/runtime/per-process'
import { newFormToken } from '../readers/rules/form-token'
import { openSession, sealSession } from '../staff/cookies'

const [OLD, NEW] = [
  'the-secret-that-signed-until-now-of-these-tests',
  'the-secret-that-signs-from-now-on-of-these-tests',
]
const given = { ...process.env }

/** Simulates a process that starts with these secrets, without cached settings. */
function startWith(now: string, before = '') {
  process.env.AVIS_SECRET = now
  process.env.AVIS_SECRETS_BEFORE = before
  for (const name of ['env', 'secrets']) forgetOnce(name)
}
beforeEach(() => startWith(OLD))
afterAll(() => startWith(given.AVIS_SECRET ?? '', given.AVIS_SECRETS_BEFORE))

it('readers are who they were when the secret changes, and nothing new is signed by the old one', async () => {
  const survey = await storedSurvey()
  const reader = new Client()
  const json = { answers: [choose(survey, 'single', 0)] }
  expect((await reader.send(path(survey, '/ballot'), { json })).status).toBe(201)
  startWith(NEW, `${'x'.repeat(32)} ${OLD}`)
  expect((await reader.send(path(survey, '/ballot'))).status).toBe(200)
  expect((await reader.send(path(survey, '/ballot'), { json })).status).toBe(200)
  expect(await ballots(survey)).toBe(1)
  const other = new Client()
  await other.send(path(survey, '/ballot'), { json })
  startWith(NEW)
  expect((await other.send(path(survey, '/ballot'))).status).toBe(200)
  expect((await reader.send(path(survey, '/ballot'))).status).toBe(404)
})

it('a form that was open meanwhile is sent as often as one likes, and is one ballot with one receipt', async () => {
  const survey = await storedSurvey()
  const attempt = newFormToken({ issuedAt: Date.now(), source: 'article' }, OLD)
  const sent = { json: { answers: [choose(survey, 'single', 0)] }, headers: { 'idempotency-key': attempt } }
  const first = await new Client().json(path(survey, '/ballot'), sent)
  startWith(NEW, OLD)
  const again = await new Client().json(path(survey, '/ballot'), sent)
  expect(again.body.receipt).toBe(first.body.receipt)
  expect(await ballots(survey)).toBe(1)
})

it('members of staff stay signed in, until the old secret is given up', async () => {
  const id = crypto.randomUUID()
  const cookie = await sealSession(id)
  startWith(NEW, OLD)
  expect(await openSession(cookie)).toBe(id)
  startWith(NEW)
  expect(await openSession(cookie)).toBeUndefined()
})
