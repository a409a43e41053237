import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { type DescribedCalls, describedCalls } from '@/scripts/testing/described-calls'
import { Wire } from '@/scripts/testing/faulty-network'
import { signedIn } from '@/scripts/testing/signed-in'
import { storedSurvey } from '@/scripts/testing/surveys'
import {
  answersOf,
  madeExport,
  published,
  rejected,
  toNothing,
  undoable,
  voted,
} from '@/scripts/testing/valid-calls'
import { NETWORK_RATE } from '../ballots/rules/overload'
import { BODY_BYTES } from '../ballots/schema'
import { NETWORK_REPORTS } from '../comments/commands/reports'
import { closeDb, db } from '../platform/db/client'
import { takeOfNetwork } from '../platform/db/rate-limit'
import { networkOf } from '../platform/http/client-address'
import { CITATIONS } from '../results/commands'
import { live } from '../results/queries/live'

// Before any code reads the settings: the database is behind a wire of ours.
const { wire, url } = await Wire.to(process.env.DATABASE_URL ?? '')
process.env.DATABASE_URL = url
process.env.DATABASE_TIMEOUT = '1'

/** The answers that the document lists and no request here causes, and why. */
const NOT_PROVOKED: Record<string, string> = {
  'POST /api/v1/language 503': 'asks no database',
}

let api: DescribedCalls

beforeAll(async () => {
  api = await describedCalls()
})
afterAll(async () => {
  await closeDb()
  await wire.close()
})

/** The request that a browser sends without JavaScript. */
const form = (fields: Record<string, string> = {}) => ({
  json: undefined,
  form: new URLSearchParams(fields).toString(),
  headers: { accept: 'text/html' },
})
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })

// First: later requests fill caches for a while.
it('without a database every route says so, and when to come back', async () => {
  wire.cut()
  for (const one of api.having(503)) {
    if (`${one.route} 503` in NOT_PROVOKED) continue
    const status = await api.ask(one, toNothing(api.callOf(one)))
    expect([one.route, status]).toEqual([one.route, 503])
  }
  wire.mend()
})

it('what is refused to everybody is refused as described', async () => {
  for (const one of api.changing()) {
    const { sent, ...given } = api.callOf(one)
    const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://other.example' }
    expect(await api.ask(one, { ...given, sent: { ...sent, headers: elsewhere } })).toBe(403)
    const long = { method: one.method, body: 'x'.repeat(BODY_BYTES + 1) }
    expect(await api.ask(one, { ...given, sent: long })).toBe(413)
  }
  for (const one of api.takingJson()) {
    const { sent, ...given } = api.callOf(one)
    const headers = { 'content-type': 'application/xml', 'sec-fetch-site': 'same-origin' }
    expect([one.route, await api.ask(one, { ...given, sent: { body: '<a/>', headers } })]).toEqual([
      one.route,
      415,
    ])
    expect([one.route, await api.ask(one, { ...given, sent: { body: '{' } })]).toEqual([one.route, 400])
    const json = { ...(sent?.json as object), more: 1 }
    expect([one.route, await api.ask(one, { ...given, sent: { json } })]).toEqual([one.route, 422])
  }
  const odd = '?after=x&before=x&month=x&queue=x'
  for (const one of api.having(422).filter(({ method }) => method === 'GET'))
    expect(await api.ask(one, { ...api.callOf(one), query: odd })).toBe(422)
  const started = api.operationOf('POST /api/v1/surveys/{slug}/started')
  expect(await api.ask(started, { ...api.callOf(started), sent: { body: 'x' } })).toBe(422)
})

it('what is not there is not found', async () => {
  for (const one of api.having(404).filter(({ path: at }) => at.includes('{')))
    expect([one.route, await api.ask(one, toNothing(api.callOf(one)))]).toEqual([one.route, 404])
  for (const route of ['POST /api/v1/receipts', 'POST /api/v1/report-receipts'])
    expect(
      await api.call(route, { client: new Client(), sent: { json: { code: 'AAAAA-AAAAA-AAAAA-AAAAA' } } }),
    ).toBe(404)
})

it('staff are let in, and nobody else', async () => {
  const moderator = await signedIn('moderator')
  for (const one of api.having(401)) {
    expect(await api.ask(one, { ...api.callOf(one), client: new Client() })).toBe(401)
    const ofDesk = one.path.includes('/moderation/')
    if (!ofDesk) expect(await api.ask(one, { ...api.callOf(one), client: moderator.client })).toBe(403)
    const owing = await signedIn(ofDesk ? 'moderator' : 'editor', { totpRequired: true })
    expect(await api.ask(one, { ...api.callOf(one), client: owing.client })).toBe(409)
  }
  const wrong = {
    headers: { authorization: `Bearer avis_${'x'.repeat(43)}`, 'x-forwarded-for': '203.0.113.9' },
  }
  for (const one of api.having(401).filter(({ path: at }) => at.includes('/exports'))) {
    const guess = () => api.ask(one, { ...api.callOf(one), client: new Client() }, wrong)
    let status = await guess()
    for (let n = 0; n < 100 && status === 404; n++) status = await guess()
    expect(status).toBe(429)
  }
})

it('forms are sent on', async () => {
  const { survey, reader, id } = await published('Un texte et ses formulaires')
  const { slug } = survey.view
  const sendForm = async (route: string, client: Client, fields?: Record<string, string>, params?: object) =>
    expect([route, await api.call(route, { client, params: { slug, ...params } }, form(fields))]).toEqual([
      route,
      303,
    ])
  const single = survey.view.questions.find(({ kind }) => kind === 'single')
  const { client, receipt } = await voted(survey)
  await sendForm('POST /api/v1/language', client, { langue: 'en' })
  await sendForm('POST /api/v1/surveys/{slug}/ballot', client, {
    [`q${single?.id}`]: String(single?.options[1]?.id),
  })
  await sendForm('POST /api/v1/receipts', new Client(), { code: receipt })
  await sendForm('POST /api/v1/surveys/{slug}/snapshots', client)
  await sendForm('POST /api/v1/surveys/{slug}/mine/erasure', client, { ballot: 'keep' })
  await sendForm('POST /api/v1/surveys/{slug}/ballot/withdrawal', client)
  await sendForm('POST /api/v1/comments/{id}/reports', client, { reason: 'hate' }, { id })
  await sendForm('POST /api/v1/report-receipts', client, { code: client.cookies.get('avis_report') ?? '' })
  const refused = await rejected('Un texte refusé, et son formulaire')
  await sendForm('POST /api/v1/comments/{id}/appeal', refused.reader, { text: 'Relisez.' }, refused)
  await sendForm('POST /api/v1/comments/{id}/withdrawal', reader, {}, { id })
  await sendForm('POST /api/v1/comments/{id}/erasure', reader, {}, { id })
})

it('what results hide is hidden', async () => {
  const survey = await storedSurvey({ resultsVisibility: 'after_closing' })
  const params = { slug: survey.view.slug }
  for (const one of api
    .having(403)
    .filter(({ path: at, responses }) => at.includes('{slug}') && !responses[401]))
    if (!(one.method !== 'GET' && !one.path.endsWith('/snapshots')))
      expect([one.route, await api.ask(one, { ...api.callOf(one), client: new Client(), params })]).toEqual([
        one.route,
        403,
      ])
})

it('what cannot be done now is refused', async () => {
  const survey = await storedSurvey()
  const params = { slug: survey.view.slug }
  const anybody = { client: new Client(), params }
  const json = answersOf(survey)
  expect(await api.call('POST /api/v1/surveys/{slug}/snapshots', { ...anybody, sent: { json: {} } })).toBe(
    409,
  )
  const { client } = await voted(survey)
  const again = { client, params, sent: { json } }
  expect(await api.call('POST /api/v1/surveys/{slug}/ballot', again)).toBe(200)
  vi.spyOn(live(), 'refusalOf').mockReturnValueOnce('too_many_streams')
  expect(await api.call('GET /api/v1/surveys/{slug}/results/stream', anybody)).toBe(429)
  await db().survey.update({ where: { id: survey.id }, data: { closesAt: new Date(Date.now() - 1_000) } })
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.now() + 5_000 })
  expect(await api.call('POST /api/v1/surveys/{slug}/ballot', again)).toBe(409)
  for (const route of [
    'DELETE /api/v1/surveys/{slug}/ballot',
    'POST /api/v1/surveys/{slug}/ballot/withdrawal',
  ])
    expect(await api.call(route, { client, params, sent: { json: {} } })).toBe(409)
  const erasure = { client, params, sent: { json: { ballot: 'withdraw' } } }
  expect(await api.call('POST /api/v1/surveys/{slug}/mine/erasure', erasure)).toBe(409)
  expect(await api.call('GET /api/v1/surveys/{slug}/results/stream', anybody)).toBe(409)
  vi.useRealTimers()
})

it('too many are too many', async () => {
  const survey = await storedSurvey()
  const params = { slug: survey.view.slug }
  const crowd = from('203.0.113.77')
  const vote = () =>
    api.call(
      'POST /api/v1/surveys/{slug}/ballot',
      { client: new Client(), params, sent: { json: answersOf(survey) } },
      crowd,
    )
  let status = await vote()
  for (let n = 0; n < 2 * NETWORK_RATE.burst && status === 201; n++) status = await vote()
  expect(status).toBe(429)
  const network = networkOf('203.0.113.77')
  await takeOfNetwork('citation.network', network, CITATIONS.network, CITATIONS.network.points)
  const { client } = await voted(survey)
  expect(
    await api.call('POST /api/v1/surveys/{slug}/snapshots', { client, params, sent: { json: {} } }, crowd),
  ).toBe(429)
  const { id } = await published('Un texte signalé par trop de monde')
  await takeOfNetwork('report.network', network, NETWORK_REPORTS, NETWORK_REPORTS.points)
  const report = { client: new Client(), params: { id }, sent: { json: { reason: 'hate' } } }
  expect(await api.call('POST /api/v1/comments/{id}/reports', report, crowd)).toBe(429)
})

it('every route answers as its summary promises', async () => {
  api.calls['POST /api/v1/moderation/undo'] = await undoable()
  for (const one of api.document.operations) {
    const status = await api.ask(one, api.callOf(one))
    expect([one.route, Math.floor(status / 100)]).toEqual([one.route, one.path.endsWith('/language') ? 3 : 2])
  }
  // A second time, for what changed with the first.
  for (const route of [
    'POST /api/v1/comments/{id}/reports',
    'POST /api/v1/comments/{id}/appeal',
    'POST /api/v1/moderation/decisions',
    'POST /api/v1/moderation/undo',
  ])
    expect([route, await api.call(route, api.callOf(api.operationOf(route)))]).toEqual([route, 409])
  const comments = api.operationOf('GET /api/v1/surveys/{slug}/comments')
  expect(await api.ask(comments, { ...api.callOf(comments), query: '?by=side' })).toBe(200)
})

it('a file is sent whole, in part, or no more', async () => {
  const { client, id: staffId } = await signedIn('editor')
  const survey = await storedSurvey()
  const ready = { client, params: { slug: survey.view.slug, job: await madeExport(client, survey) } }
  const file = 'GET /api/v1/surveys/{slug}/exports/{job}/file'
  expect(await api.call(file, ready, { headers: { range: 'bytes=0-3' } })).toBe(206)
  expect(await api.call(file, ready, { headers: { range: 'bytes=99999999-' } })).toBe(416)
  const input = { format: 'csv', table: 'ballots', allTexts: false }
  const waiting = await db().exportJob.create({ data: { surveyId: survey.id, staffId, input } })
  expect(await api.call(file, { client, params: { slug: survey.view.slug, job: waiting.id } })).toBe(409)
  expect((await client.send(path(survey, `/exports/${ready.params.job}`), { method: 'DELETE' })).status).toBe(
    204,
  )
  expect(await api.call(file, ready)).toBe(410)
})

it('nothing is described that was not seen', () => {
  const described = api.document.operations.flatMap(({ route, responses }) =>
    Object.keys(responses).map((status) => `${route} ${status}`),
  )
  expect(described.filter((one) => !api.seen.has(one) && !(one in NOT_PROVOKED))).toEqual([])
  expect(Object.keys(NOT_PROVOKED).filter((one) => api.seen.has(one) || !described.includes(one))).toEqual([])
})
