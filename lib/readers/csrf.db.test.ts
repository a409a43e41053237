import { describe, expect, it } from 'vitest'
import { ballots, choose, path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { env } from '../platform/runtime/env'
import { api } from '../server/api'
import type { SurveyRecord } from '../surveys/queries/public'
import { newFormToken } from './rules/form-token'

const FORM = {
  'content-type': 'application/x-www-form-urlencoded',
  accept: 'text/html',
  host: 'avis.example',
}
const token = () => newFormToken({ issuedAt: Date.now(), source: 'none' }, env().AVIS_SECRET)

async function voted(survey: SurveyRecord) {
  const reader = new Client()
  await reader.json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })
  return [...reader.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

const withdraw = (survey: SurveyRecord, headers: Record<string, string>, body = '') =>
  api.request(path(survey, '/ballot/withdrawal'), { method: 'POST', headers: { ...FORM, ...headers }, body })

const withdrawn = async (survey: SurveyRecord, cookie: string) => {
  const answer = await api.request(path(survey, '/ballot'), { headers: { cookie } })
  return (await answer.json()).withdrawn
}

describe('a change that a page of another site has a browser send', () => {
  it.each<[string, Record<string, string>]>([
    ['says so', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['is of a neighbour', { 'sec-fetch-site': 'same-site', origin: 'https://blog.avis.example' }],
    ['hides its origin', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
    ['says where alone', { 'sec-fetch-site': 'cross-site' }],
    ['says its origin alone', { origin: 'https://evil.example' }],
    ['comes from a look-alike', { origin: 'https://avis.example.evil.example' }],
    ['leaves a referrer alone', { referer: 'https://evil.example/page?avis.example' }],
    ['leaves nothing', {}],
    ['leaves nothing, as text', { 'content-type': 'text/plain' }],
    ['leaves nothing, in parts', { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('and that %s is refused with a page, and changes nothing', async (_, headers) => {
    const survey = await storedSurvey()
    const cookie = await voted(survey)
    const answer = await withdraw(survey, { ...headers, cookie })
    expect(answer.status).toBe(403)
    const refused = headers['content-type'] === 'text/plain' ? 'cross_site' : 'elle a été refusée'
    expect(await answer.text()).toContain(refused)
    expect(await withdrawn(survey, cookie)).toBe(false)
  })
})

it.each<[string, Record<string, string>]>([
  ['says it is the same', { 'sec-fetch-site': 'same-origin' }],
  ['was typed into the address', { 'sec-fetch-site': 'none' }],
  ['says our origin', { origin: 'https://avis.example' }],
  ['leaves our referrer', { referer: 'https://avis.example/consultations/x' }],
])('what a page of ours sends that %s is done', async (_, headers) => {
  const survey = await storedSurvey()
  const cookie = await voted(survey)
  expect((await withdraw(survey, { ...headers, cookie })).status).toBe(303)
  expect(await withdrawn(survey, cookie)).toBe(true)
})

it('a browser that says nothing of it votes by the token of its page, and by no other', async () => {
  const survey = await storedSurvey()
  const { id, options } = question(survey, 'single')
  const vote = (given: string, cookie: string) =>
    api.request(path(survey, '/ballot'), {
      method: 'POST',
      headers: { ...FORM, cookie },
      body: new URLSearchParams({ attempt: given, [`q${id}`]: String(options[0]?.id) }).toString(),
    })
  const cookie = await voted(survey)
  expect((await vote(token(), cookie)).status).toBe(303)
  expect((await vote(`${token().slice(0, -1)}!`, cookie)).status).toBe(403)
  expect((await vote('x'.repeat(46), cookie)).status).toBe(403)
  expect(await ballots(survey)).toBe(1)
})

it('a program, which has no cookie of anybody’s, is not asked', async () => {
  const survey = await storedSurvey()
  const { id, options } = question(survey, 'single')
  const body = `q${id}=${options[0]?.id}`
  const sent = await api.request(path(survey, '/ballot'), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
  expect(sent.status).toBe(201)
})

it('is refused where our token is one of more than a form has', async () => {
  const survey = await storedSurvey()
  const cookie = await voted(survey)
  const body = `${'form=&'.repeat(100)}form=${token()}`
  expect((await withdraw(survey, { cookie }, body)).status).toBe(403)
  expect((await withdraw(survey, { cookie }, `form=&form=${token()}`)).status).not.toBe(403)
})
