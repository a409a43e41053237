import { expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { member, tell, told } from '@/scripts/testing/comments'
import { outcomeOf, targetOf } from '@/scripts/testing/decisions'
import { mailServer, readable } from '@/scripts/testing/mail'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { decide, type Verdict } from './commands/decide'
import { notifyReporters } from './commands/notify-reporters'

const about = (id: string, what: string) => `/api/v1/comments/${id}/${what}`
const never = () => false
const settle = async (id: string, verdict: Verdict) =>
  decide(await member(), await targetOf(id), verdict, never)
const REJECT: Verdict = { act: 'reject', reason: 'privacy', note: 'Sans le nom de votre voisin, oui.' }

const published = async (text: string) => {
  const { id, survey, reader } = await told(text, { moderationMode: 'after' })
  expect(await outcomeOf(id)).toBe('published')
  return { id, survey, reader }
}
const reporting = (who: Client, id: string, json: object, from = '203.0.113.7') =>
  who.json(about(id, 'reports'), { json, headers: { 'x-forwarded-for': from } })

it('anybody reports a published text once for a reason, and finds the answer by the receipt', async () => {
  const { id, survey } = await published('Un texte que l’on signale')
  const reporter = new Client()
  const sent = await reporting(reporter, id, { reason: 'insult' })
  expect(sent.status).toBe(201)
  expect((await reporting(reporter, id, { reason: 'insult' })).body.code).toBe('already_reported')
  // The same network, without a cookie: the same reporter.
  expect((await reporting(new Client(), id, { reason: 'insult' }, '203.0.113.200')).body.code).toBe(
    'already_reported',
  )
  expect((await reporting(new Client(), id, { reason: 'insult' }, '198.51.100.1')).status).toBe(201)
  const status = async () =>
    (await reporter.json('/api/v1/report-receipts', { json: { code: sent.body.receipt } })).body
  expect(await status()).toMatchObject({ state: 'waiting', reason: 'insult', slug: survey.view.slug })
  await settle(id, { act: 'publish' })
  expect(await status()).toMatchObject({ state: 'kept' })
  const wrong = await reporter.json('/api/v1/report-receipts', { json: { code: 'AAAAA-AAAAA-AAAAA-AAAAA' } })
  expect([wrong.status, wrong.body.code]).toEqual([404, 'report_not_found'])
})

it('what is not public cannot be reported, and says nothing of itself', async () => {
  const { id } = await told('Un texte qui attend encore')
  expect((await reporting(new Client(), id, { reason: 'insult' })).body.code).toBe('comment_not_found')
  for (const other of ['1', crypto.randomUUID()])
    expect((await reporting(new Client(), other, { reason: 'insult' })).status).toBe(404)
})

it('a notice of illegal content names the law and says why; who reports never comes from the body', async () => {
  const { id } = await published('Un texte peut-être illicite')
  const notice = { reason: 'illegal', law: 'Loi du 29 juillet 1881', explanation: 'Diffamation.' }
  expect((await reporting(new Client(), id, { reason: 'illegal' })).status).toBe(422)
  expect((await reporting(new Client(), id, { ...notice, law: ' ' })).status).toBe(422)
  expect((await reporting(new Client(), id, { ...notice, email: 'pas une adresse' })).status).toBe(422)
  expect((await reporting(new Client(), id, { ...notice, reporter: 'AQID' })).status).toBe(422)
  expect((await reporting(new Client(), id, { ...notice, email: 'a@b.example' })).status).toBe(201)
  const stored = await db().report.findFirstOrThrow({ where: { commentId: id } })
  expect(stored).toMatchObject({ ...notice, email: 'a@b.example', weight: 0.5 })
})

it('a flood of anonymous reports is stopped, and a right reporter counts for more than a wrong one', async () => {
  const survey = await storedSurvey({ moderationMode: 'after' })
  const ids: string[] = []
  for (let index = 0; index < 12; index++)
    ids.push((await tell(survey, `Un texte parmi douze, le numéro ${index}`)).id)
  const statuses: number[] = []
  for (const id of ids) statuses.push((await reporting(new Client(), id, { reason: 'insult' })).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429, 429])
  const [first = '', second = '', ...rest] = ids
  await settle(first, REJECT)
  await settle(second, REJECT)
  await db().throttle.deleteMany()
  expect((await reporting(new Client(), rest.at(-1) ?? '', { reason: 'insult' })).status).toBe(201)
  const newest = await db().report.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(newest.weight).toBe(0.75)
})

it('who left an address with a notice learns the decision once it stands, and the address is forgotten', async () => {
  const { received, stop } = await mailServer()
  try {
    const { id } = await published('Un texte notifié avec une adresse')
    const notice = { reason: 'illegal', law: 'Loi du 29 juillet 1881', explanation: 'Diffamation.' }
    await reporting(new Client(), id, { ...notice, email: 'plaignant@b.example' }, '192.0.2.99')
    expect(await notifyReporters()).toBe(0)
    await settle(id, { act: 'reject', reason: 'illegal', law: 'Loi de 1881, art. 29' })
    const mine = () => received.filter(({ to }) => to.includes('plaignant@b.example'))
    await notifyReporters()
    expect(mine()).toHaveLength(0)
    const later = new Date(Date.now() + 20_000)
    await notifyReporters(later)
    await notifyReporters(later)
    expect(mine()).toHaveLength(1)
    expect(readable(mine()[0]?.message ?? '')).toContain('ce texte a été retiré')
    expect(await db().report.count({ where: { commentId: id, email: { not: null } } })).toBe(0)
  } finally {
    await stop()
  }
})
