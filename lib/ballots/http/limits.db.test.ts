import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ballots, choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../../platform/db/client'
import { IPV6_PREFIXES, networkOf } from '../../platform/http/client-address'
import { findDraft } from '../../platform/http/form-drafts'
import { env } from '../../platform/runtime/env'
import { newAttempt } from '../../readers/rules/identity'
import { networkKey } from '../../readers/rules/network-key'
import type { SurveyRecord } from '../../surveys/queries/public'
import { countLoad } from '../commands/count-load'
import { NETWORK_RATE } from '../rules/overload'

let networks = 0
const address = () => ({ 'x-forwarded-for': `10.${++networks >> 8}.${networks & 255}.9` })

// The clock stands still: how many tokens return would otherwise depend on the machine's speed.
beforeAll(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterAll(() => vi.useRealTimers())

const vote = (survey: SurveyRecord, headers: Record<string, string>, client = new Client()) =>
  client.json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] }, headers })

const keyOf = ({ id }: SurveyRecord, from: string) =>
  networkKey(networkOf(from), { surveyId: id, now: Date.now(), secret: env().AVIS_SECRET })

/** Spends all the free ballots of the network of `headers`. */
async function crowd(survey: SurveyRecord, headers: Record<string, string>) {
  const answers = await Promise.all(
    Array.from({ length: NETWORK_RATE.burst + 20 }, () => vote(survey, headers)),
  )
  return answers.map(({ status }) => status)
}

async function solved(challenge: Parameters<typeof solveChallenge>[0]['challenge']) {
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

describe('too many ballots of one network', () => {
  it('cost work from some point on, and none is lost: solved, the ballot is in', async () => {
    const survey = await storedSurvey()
    const from = address()
    const statuses = await crowd(survey, from)
    const count = (wanted: number) => statuses.filter((status) => status === wanted).length
    expect([count(201), count(429)]).toEqual([NETWORK_RATE.burst, 20])
    const key = { ...from, 'idempotency-key': newAttempt() }
    const asked = await vote(survey, key)
    expect(asked.body).toMatchObject({ code: 'proof_needed', again: { afterSeconds: expect.any(Number) } })
    const proof = await solved(asked.body.again.challenge)
    const before = await ballots(survey)
    expect((await vote(survey, { ...key, 'avis-proof': proof })).status).toBe(201)
    expect(await ballots(survey)).toBe(before + 1)
  })

  it('are of one /48, however many of its links they come from, and its neighbour pays nothing', async () => {
    const survey = await storedSurvey()
    const [, , site] = IPV6_PREFIXES
    const free = NETWORK_RATE.burst * site.share
    const link = (site: number, n: number) => ({
      'x-forwarded-for': `2001:db8:${site}:${n.toString(16)}::1`,
    })
    // Spread over all /56, so that no narrower network is in debt.
    for (let n = 0; n < free; n++)
      countLoad(survey.id, keyOf(survey, link(1, (n * 257) & 0xffff)['x-forwarded-for']))
    expect((await vote(survey, link(1, 0xabcd))).status).toBe(429)
    expect((await vote(survey, link(2, 0xabcd))).status).toBe(201)
  })

  it('are of one /56, however many of its links they come from', async () => {
    const survey = await storedSurvey()
    const [, household] = IPV6_PREFIXES
    const from = (n: number) => `2001:db8:3:${n.toString(16)}::1`
    for (let n = 0; n < NETWORK_RATE.burst * household.share; n++)
      countLoad(survey.id, keyOf(survey, from(n & 255)))
    expect((await vote(survey, { 'x-forwarded-for': from(7) })).status).toBe(429)
    expect((await vote(survey, { 'x-forwarded-for': from(0x100) })).status).toBe(201)
  })

  it('of another network, and in another survey, cost nothing', async () => {
    const [survey, other] = [await storedSurvey(), await storedSurvey()]
    const from = address()
    await crowd(survey, from)
    expect((await vote(survey, address())).status).toBe(201)
    expect((await vote(other, from)).status).toBe(201)
  })

  it('take a solution once, of the reader it was for, as it was given', async () => {
    const survey = await storedSurvey()
    const from = address()
    await crowd(survey, from)
    const key = { ...from, 'idempotency-key': newAttempt() }
    const asked = await vote(survey, key)
    const proof = await solved(asked.body.again.challenge)
    const strangers = { ...from, 'idempotency-key': newAttempt(), 'avis-proof': proof }
    expect((await vote(survey, strangers)).status).toBe(429)
    const given = JSON.parse(Buffer.from(proof, 'base64').toString())
    given.challenge.parameters.expiresAt += 3600
    const longer = Buffer.from(JSON.stringify(given)).toString('base64')
    expect((await vote(survey, { ...key, 'avis-proof': longer })).status).toBe(429)
    expect((await vote(survey, { ...key, 'avis-proof': 'nonsense' })).status).toBe(429)
    expect((await vote(survey, { ...key, 'avis-proof': proof })).status).toBe(201)
    expect((await vote(survey, { ...key, 'avis-proof': proof })).status).toBe(429)
  })

  it('tell a client without a name which one the work is for', async () => {
    const survey = await storedSurvey()
    const from = address()
    await crowd(survey, from)
    const { challenge, idempotencyKey } = (await vote(survey, from)).body.again
    const again = { ...from, 'idempotency-key': idempotencyKey, 'avis-proof': await solved(challenge) }
    expect((await vote(survey, again)).status).toBe(201)
  })

  it('are let in without JavaScript after a wait, once, with what was typed', async () => {
    const survey = await storedSurvey()
    const from = address()
    await crowd(survey, from)
    const page = new Client()
    const { questionId, optionIds } = choose(survey, 'single', 0)
    const fields = { attempt: newAttempt(), [`q${questionId}`]: String(optionIds[0]) }
    const post = (more: Record<string, string> = {}) =>
      page.send(path(survey, '/ballot'), {
        form: new URLSearchParams({ ...fields, ...more }).toString(),
        headers: { ...from, accept: 'text/html' },
      })
    const draftOf = (response: Response) =>
      new URL(response.headers.get('location') ?? '', 'http://x').searchParams.get('brouillon') ?? ''
    const first = draftOf(await post())
    const draft = await findDraft(first)
    expect(draft).toMatchObject({ code: 'proof_needed', wait: { surveyId: survey.id } })
    expect(draft?.fields).toContainEqual(['attempt', fields.attempt])
    // Too early: the same waiting time still applies.
    const second = draftOf(await post({ attente: first }))
    expect(await findDraft(first)).toBeUndefined()
    const waits = [draft, await findDraft(second)].map((one) => Date.parse(one?.wait?.until ?? ''))
    expect(Math.abs((waits[1] ?? 0) - (waits[0] ?? 0))).toBeLessThan(2000)
    await db().$executeRaw`UPDATE form_draft SET payload = jsonb_set(payload, '{wait,until}',
      to_jsonb(${new Date(Date.now() - 1000).toISOString()}::text)) WHERE id = ${second}`
    const voted = await post({ attente: second })
    expect(voted.headers.get('location')).toContain('/resultats')
    const third = await new Client().send(path(survey, '/ballot'), {
      form: new URLSearchParams({ ...fields, attempt: newAttempt(), attente: second }).toString(),
      headers: { ...from, accept: 'text/html' },
    })
    expect(third.headers.get('location')).toContain('/bulletin?brouillon=')
  })
})

describe('a ballot', () => {
  it('is stored with a key of its network, and none when the network is not known', async () => {
    const survey = await storedSurvey()
    const from = address()
    await vote(survey, from)
    await vote(survey, from)
    await vote(survey, {})
    const rows = await db().ballot.findMany({ where: { surveyId: survey.id }, select: { network: true } })
    const keys = rows.map(({ network }) => network && Buffer.from(network).toString('hex')).sort()
    expect(keys[0]).toMatch(/^[0-9a-f]{16}$/)
    expect(keys).toEqual([keys[0], keys[0], null])
  })
})
