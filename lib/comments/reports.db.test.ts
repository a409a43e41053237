import { expect, it } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { member, tell, told } from '@/scripts/testing/comments'
import { targetOf } from '@/scripts/testing/decisions'
import { db } from '../platform/db/client'
import { findDraft } from '../platform/http/form-drafts'
import { decide, type Verdict } from './commands/decide'
import { NETWORK_REPORTS } from './commands/reports'

const settle = async (id: string, verdict: Verdict) =>
  decide(await member(), await targetOf(id), verdict, () => false)
const published = (text: string) => told(text, { moderationMode: 'after' })
/** Gives each test its own network: the limit counts by network. */
let network = 0
const from = () => ({ 'x-forwarded-for': `203.0.${network++}.7` })
const about = (id: string) => `/api/v1/comments/${id}/reports`
const NOTICE = { reason: 'illegal', law: 'Loi du 29 juillet 1881', explanation: 'Diffamation.' }

/** Posts what a browser without JavaScript posts. */
const post = (who: Client, address: string, fields: Record<string, string>, headers = from()) =>
  who.send(address, {
    form: new URLSearchParams(fields).toString(),
    headers: { accept: 'text/html', ...headers },
  })
const locationOf = (response: Response) => response.headers.get('location') ?? ''
const statusOf = async (code: string) =>
  (await new Client().json('/api/v1/report-receipts', { json: { code } })).body.state

it('a report of a form gets a receipt that no address carries', async () => {
  const { id } = await published('Un texte signalé par un formulaire')
  const reader = new Client()
  const sent = await post(reader, about(id), { reason: 'hate', law: '', explanation: '', email: '' })
  expect([sent.status, locationOf(sent)]).toEqual([303, '/signalements?envoye=1'])
  expect(sent.headers.getSetCookie().join()).toMatch(/avis_report=.*Path=\/signalements.*HttpOnly/)
  const receipt = reader.cookies.get('avis_report') ?? ''
  expect(await statusOf(receipt)).toBe('waiting')
  const found = await post(new Client(), '/api/v1/report-receipts', { code: receipt.toLowerCase() })
  expect(locationOf(found)).toBe('/signalements')
  const lost = new Client()
  const unknown = await post(lost, '/api/v1/report-receipts', { code: 'AAAAA-AAAAA' })
  expect([locationOf(unknown), lost.cookies.get('avis_report')]).toEqual([
    '/signalements?inconnu=1',
    'AAAAA-AAAAA',
  ])
})

it('a refused form comes back as it was typed, with what was wrong', async () => {
  const { id } = await published('Un texte mal signalé')
  const refused = async (fields: Record<string, string>, headers = from()) => {
    const sent = await post(new Client(), about(id), fields, headers)
    expect(sent.status).toBe(303)
    const draft = /^\/signaler\/[\w-]+\?brouillon=([\w-]{22})$/.exec(locationOf(sent))?.[1]
    return findDraft(draft)
  }
  expect(await refused({ explanation: 'Tapé.' })).toMatchObject({
    code: 'invalid_request',
    problems: [{ field: 'reason' }],
    fields: [['explanation', 'Tapé.']],
  })
  expect(await refused({ ...NOTICE, law: ' ' })).toMatchObject({ problems: [{ field: 'explanation' }] })
  expect(await refused({ ...NOTICE, email: 'pas une adresse' })).toMatchObject({
    problems: [{ field: 'email' }],
    fields: expect.arrayContaining([['email', 'pas une adresse']]),
  })
  const here = from()
  await post(new Client(), about(id), NOTICE, here)
  expect(await refused(NOTICE, here)).toMatchObject({ code: 'already_reported' })
})

it('a text that is gone by then answers with a page, not with its form', async () => {
  const { id, reader } = await published('Un texte retiré entre-temps')
  await reader.json(`/api/v1/comments/${id}/withdrawal`, { json: {} })
  const sent = await post(new Client(), about(id), { reason: 'insult' })
  expect([sent.status, await sent.text()]).toEqual([404, expect.stringContaining('n’est plus publié')])
})

it('a plain flag sends nothing that its form had closed', async () => {
  const { id } = await published('Un texte signalé simplement')
  await post(new Client(), about(id), { ...NOTICE, reason: 'insult', email: 'pas une adresse' })
  const stored = await db().report.findFirstOrThrow({ where: { commentId: id } })
  expect(stored).toMatchObject({ reason: 'insult', law: null, explanation: null, email: null })
})

it('what is written in a notice is kept as text, and a notice of nothing is none', async () => {
  const { id } = await published('Un texte notifié bizarrement')
  const json = { ...NOTICE, explanation: '\u0000\u202e' }
  const empty = await new Client().json(about(id), { json, headers: from() })
  expect(empty.body.code).toBe('invalid_request')
  await post(new Client(), about(id), { ...NOTICE, explanation: 'Une\u0000 ligne\r\nune autre\u202e' })
  const stored = await db().report.findFirstOrThrow({ where: { commentId: id } })
  expect(stored.explanation).toBe('Une ligne\nune autre')
})

it('readers of one network who are known by their cookies report each for themselves', async () => {
  const { id, survey, reader } = await published('Un texte que deux lecteurs signalent')
  const other = await tell(survey, 'Je suis un autre lecteur de ce réseau')
  const headers = from()
  for (const who of [reader, other.reader])
    expect((await who.json(about(id), { json: { reason: 'insult' }, headers })).status).toBe(201)
  const reports = await db().report.findMany({ where: { commentId: id } })
  const authors = await db().comment.findMany({ where: { surveyId: survey.id } })
  const hex = (rows: Uint8Array[]) => rows.map((row) => Buffer.from(row).toString('hex')).sort()
  expect(hex(reports.map(({ reporter }) => reporter))).toEqual(hex(authors.map((row) => row.reader)))
})

it('its receipt tells what became of the text', async () => {
  const report = async (text: string) => {
    const one = await published(text)
    const { body } = await new Client().json(about(one.id), { json: { reason: 'insult' }, headers: from() })
    return { ...one, receipt: body.receipt as string }
  }
  const removed = await report('Un texte qui sera retiré')
  await settle(removed.id, { act: 'reject', reason: 'insult' })
  expect(await statusOf(removed.receipt)).toBe('removed')
  const changed = await report('Un texte que son auteur change')
  await tell(changed.survey, 'Un texte que son auteur a changé', changed.reader)
  expect(await statusOf(changed.receipt)).toBe('gone')
  const erased = await report('Un texte que son auteur efface')
  await erased.reader.json(`/api/v1/comments/${erased.id}/erasure`, { json: {} })
  expect(await statusOf(erased.receipt)).toBe('gone')
  for (const [code, answer] of [
    ['', 'invalid_request'],
    ['x', 'report_not_found'],
    [removed.receipt.slice(1), 'report_not_found'],
  ])
    expect((await new Client().json('/api/v1/report-receipts', { json: { code } })).body.code).toBe(answer)
})

it('reports of one network come to an end, however many readers it makes', async () => {
  const { id, survey } = await published('Un texte signalé de partout')
  const at = { 'x-forwarded-for': '198.19.1.7' }
  let sent = 0
  let status = 201
  while (status === 201 && sent <= NETWORK_REPORTS.points) {
    const reader = new Client()
    await reader.json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })
    const answer = await reader.json(about(id), { json: { reason: 'hate' }, headers: at })
    status = answer.status
    if (status === 201) sent++
    else
      expect(answer.body).toMatchObject({
        code: 'too_many_reports',
        again: { afterSeconds: expect.any(Number) },
      })
  }
  expect(sent).toBe(NETWORK_REPORTS.points)
})
