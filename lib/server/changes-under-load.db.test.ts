import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApi } from '@/scripts/testing/api-process'
import { Crowd, pipelined } from '@/scripts/testing/looping-readers'
import { tallyAndRecount } from '@/scripts/testing/recount'
import { storedMember } from '@/scripts/testing/staff'
import { storedSurvey, surveyInput } from '@/scripts/testing/surveys'
import { extent } from '@/scripts/testing/test-size'
import type { Outcome } from '../platform/http/problem-codes'
import type { Editor } from '../staff/rules/roles'
import { createSurvey } from '../surveys/commands/create'
import { saveDraft } from '../surveys/commands/drafts'
import { closeSurvey, reopenSurvey, setClosing } from '../surveys/commands/lifecycle'
import { findForDesk } from '../surveys/queries/desk'
import { findSurvey, listSurveys } from '../surveys/queries/public'

process.env.AVIS_VOTES_PER_SECOND = '1000000'
process.env.AVIS_PROXY_HOPS = '0'

const READERS = extent(24, 60)
const ROUNDS = extent(2, 4)
const UNKNOWN = extent(600, 3_000)

let origins: string[]
const stops: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  const { api } = await import('./api')
  const toApi = getRequestListener(api.fetch)
  const server = createServer((request, response) => void toApi(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const other = await startApi('crowds-server')
  origins = [`http://127.0.0.1:${(server.address() as AddressInfo).port}`, other.origin]
  stops.push(() => new Promise((resolve) => server.close(resolve)), other.stop)
}, 180_000)
afterAll(() => Promise.all(stops.map((stop) => stop())))

it('closed, opened again and edited under many readers of two processes: no answer is a fault, and the next look sees it', async () => {
  const survey = await storedSurvey()
  const { slug } = survey.view
  const editor = (await storedMember('editor')) as Editor
  const atDesk = async () => {
    const found = await findForDesk(editor, slug)
    if (!found) throw new Error('not at the desk')
    return found
  }
  const done = async <T>(outcome: Promise<Outcome<T>>) => expect(await outcome).toMatchObject({ ok: true })
  const crowd = new Crowd(survey, origins, READERS)
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      const before = crowd.count('POST ballot 409')
      await done(closeSurvey(editor, slug, (await atDesk()).revision))
      expect((await findSurvey(slug))?.view.status).toBe('closed')
      expect((await listSurveys()).find((one) => one.slug === slug)?.status).toBe('closed')
      await expect
        .poll(() => crowd.count('POST ballot 409'), { interval: 5, timeout: 20_000 })
        .toBeGreaterThan(before + READERS / 2)

      const accepted = crowd.count('POST ballot 201')
      await done(reopenSurvey(editor, slug, (await atDesk()).revision))
      expect((await findSurvey(slug))?.view.status).toBe('open')
      await expect
        .poll(() => crowd.count('POST ballot 201'), { interval: 5, timeout: 20_000 })
        .toBeGreaterThan(accepted + READERS / 2)

      const { revision, draft } = await atDesk()
      const summary = `Le résumé, relu pour la ${round}e fois.`
      await done(saveDraft(editor, slug, revision, { ...draft, summary }))
      expect((await findSurvey(slug))?.view.summary).toBe(summary)
      const closesAt = new Date(Date.now() + 3600_000 + round)
      await done(setClosing(editor, slug, (await atDesk()).revision, closesAt))
      expect((await findSurvey(slug))?.view.closesAt).toBe(closesAt.toISOString())
    }
  } finally {
    await crowd.stop()
  }
  expect(crowd.faults).toEqual([])
  const { tally, recount, ballots } = await tallyAndRecount(survey.id)
  expect(tally).toEqual(recount)
  expect(ballots).toBe(crowd.count('POST ballot 201'))
}, 180_000)

it('unknown addresses in any number are told so, while readers of another consultation vote', async () => {
  const survey = await storedSurvey()
  const [, other = ''] = origins
  const crowd = new Crowd(survey, [other], 30)
  await expect
    .poll(() => crowd.count('POST ballot 201'), { interval: 5, timeout: 20_000 })
    .toBeGreaterThan(30)
  const before = crowd.count('POST ballot 201')
  const paths = Array.from(
    { length: UNKNOWN },
    (_, n) => `/api/v1/surveys/inconnue-${n}${n % 2 ? '/results' : ''}`,
  )
  const unknown = await pipelined(other, paths, 30)
  expect([unknown.length, new Set(unknown)]).toEqual([UNKNOWN, new Set([404])])
  await expect
    .poll(() => crowd.count('POST ballot 201'), { interval: 5, timeout: 20_000 })
    .toBeGreaterThan(before)
  await crowd.stop()
  expect(crowd.faults).toEqual([])
}, 180_000)

it('an address that nobody had is found in every process once a consultation has it', async () => {
  const input = surveyInput()
  const status = async (origin: string) => (await fetch(`${origin}/api/v1/surveys/${input.slug}`)).status
  expect(await Promise.all(origins.map(status))).toEqual([404, 404])
  await createSurvey(input)
  for (const origin of origins)
    await expect.poll(() => status(origin), { interval: 50, timeout: 20_000 }).toBe(200)
})
