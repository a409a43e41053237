import { expect, it } from 'vitest'
import { path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { member, type Told, tell, told } from '@/scripts/testing/comments'
import { outcomeOf, targetOf } from '@/scripts/testing/decisions'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { findDraft } from '../platform/http/form-drafts'
import { decide, type Verdict } from './commands/decide'

const REJECT: Verdict = { act: 'reject', reason: 'privacy' }
const settle = async (id: string, verdict: Verdict, moderator = member()) => {
  const decided = await decide(await moderator, await targetOf(id), verdict, () => false)
  expect(decided.ok).toBe(true)
}
const about = (id: string, what: string) => `/api/v1/comments/${id}/${what}`
const lodge = (who: Client, id: string, text: string) => who.json(about(id, 'appeal'), { json: { text } })
/** Posts what a browser without JavaScript posts; resolves to where it is redirected. */
async function post(who: Client, address: string, fields: Record<string, string> = {}) {
  const form = new URLSearchParams(fields).toString()
  const sent = await who.send(address, { form, headers: { accept: 'text/html' } })
  return { status: sent.status, location: sent.headers.get('location') ?? '' }
}
const mine = async (reader: Client, { survey }: Pick<Told, 'survey'>) =>
  (await reader.json(path(survey, '/comments/mine'))).body.comments

async function withReceipt(text: string) {
  const survey = await storedSurvey()
  const open = survey.view.questions.find(({ kind }) => kind === 'open')
  const vote = await new Client().json(path(survey, '/ballot'), {
    json: { answers: [{ questionId: open?.id, text }] },
  })
  const { id } = await db().comment.findFirstOrThrow({ where: { surveyId: survey.id } })
  return { survey, id, receipt: vote.body.receipt as string }
}

it('a receipt typed on another device opens the texts there, and only those', async () => {
  const { survey, id, receipt } = await withReceipt('Un texte d’un autre appareil')
  const other = await withReceipt('Le texte de quelqu’un d’autre')
  const laptop = new Client()
  const lost = await post(laptop, '/api/v1/receipts', { code: 'AAAAA-AAAAA-AAAAA-AAAAA' })
  expect(lost).toEqual({ status: 303, location: '/recu?inconnu=1' })
  expect(laptop.cookies.get('avis_typed_receipt')).toBe('AAAAA-AAAAA-AAAAA-AAAAA')
  expect((await post(laptop, about(id, 'withdrawal'))).status).toBe(404)
  const { slug } = survey.view
  expect(await post(laptop, '/api/v1/receipts', { code: receipt.toLowerCase() })).toEqual({
    status: 303,
    location: `/recu?trouve=${slug}`,
  })
  expect(await mine(laptop, { survey })).toMatchObject([{ id }])
  for (const what of ['withdrawal', 'erasure', 'appeal'])
    expect((await post(laptop, about(other.id, what), { text: 'Relisez.' })).status).toBe(404)
  expect(await post(laptop, `${about(id, 'withdrawal')}?de=recu`)).toEqual({
    status: 303,
    location: `/recu?trouve=${slug}&fait=retire#textes`,
  })
  expect(await post(laptop, about(id, 'erasure'))).toEqual({
    status: 303,
    location: `/consultations/${slug}/bulletin?fait=efface#textes`,
  })
})

it('nobody acts on a text by guessing its address', async () => {
  const { reader } = await told('Un texte à moi')
  for (const id of ['1', 'x', crypto.randomUUID()])
    for (const what of ['withdrawal', 'erasure', 'appeal'])
      expect((await reader.json(about(id, what), { json: { text: 'Relisez.' } })).body.code).toBe(
        'comment_not_found',
      )
})

it('every state but that of a refusal refuses an appeal', async () => {
  const { id, reader, survey } = await told('Un texte en plusieurs états')
  const refused = async () => (await lodge(reader, id, 'Relisez.')).body.code
  expect(await refused()).toBe('not_appealable')
  await settle(id, { act: 'publish' })
  expect(await refused()).toBe('not_appealable')
  await settle(id, REJECT)
  await reader.json(about(id, 'withdrawal'), { json: {} })
  expect(await refused()).toBe('not_appealable')
  await tell(survey, 'Un texte en plusieurs états, renvoyé', reader)
  expect(await refused()).toBe('not_appealable')
  await settle(id, REJECT)
  await reader.json(about(id, 'erasure'), { json: {} })
  expect(await refused()).toBe('not_appealable')
  expect(await db().appeal.count({ where: { commentId: id } })).toBe(0)
})

it('an appeal is answered once; a text that was changed and refused again can be appealed again', async () => {
  const { id, reader, survey } = await told('Un texte refusé deux fois')
  await settle(id, REJECT)
  expect((await lodge(reader, id, 'Relisez.')).status).toBe(201)
  await settle(id, REJECT)
  const [answered] = await mine(reader, { survey })
  expect(answered).toMatchObject({
    canAppeal: false,
    appeal: { answer: { outcome: 'rejected', bySame: false } },
  })
  expect((await lodge(reader, id, 'Encore.')).body.code).toBe('not_appealable')
  await tell(survey, 'Un texte refusé deux fois, autrement', reader)
  await settle(id, REJECT)
  expect(await mine(reader, { survey })).toMatchObject([{ canAppeal: true }])
  expect((await lodge(reader, id, 'Encore.')).status).toBe(201)
})

it('says so when the same person decided both times, for there was nobody else', async () => {
  const { id, reader, survey } = await told('Un texte relu par la même personne')
  await db().staffAccount.updateMany({ data: { disabledAt: new Date() } })
  const alone = member()
  await settle(id, REJECT, alone)
  await lodge(reader, id, 'Relisez.')
  await settle(id, { act: 'publish' }, alone)
  expect(await outcomeOf(id)).toBe('published')
  expect(await mine(reader, { survey })).toMatchObject([
    { state: 'published', appeal: { answer: { outcome: 'published', bySame: true } } },
  ])
})

it('five hundred characters are five hundred, also on several lines of a form', async () => {
  const { id, reader, survey } = await told('Un texte à contester longuement')
  await settle(id, REJECT)
  const lines = `${'a'.repeat(249)}\r\n${'b'.repeat(250)}`
  const { location } = await post(reader, about(id, 'appeal'), { text: `${lines}c` })
  const draft = await findDraft(new URLSearchParams(location.split(/[?#]/)[1]).get('recours') ?? '')
  expect(draft).toMatchObject({
    code: 'invalid_request',
    fields: [
      ['text', `${lines}c`],
      ['comment', id],
    ],
  })
  expect(await post(reader, `${about(id, 'appeal')}?de=recu`, { text: lines })).toEqual({
    status: 303,
    location: `/recu?trouve=${survey.view.slug}&fait=recours#textes`,
  })
  const { text } = await db().appeal.findFirstOrThrow({ where: { commentId: id } })
  expect(text).toBe(lines.replace('\r\n', '\n'))
})

it('an appeal keeps its words, and no character that would be none', async () => {
  const { id, reader } = await told('Un texte à contester bizarrement')
  await settle(id, REJECT)
  expect((await lodge(reader, id, '\u0000\u202e')).body.code).toBe('invalid_request')
  expect((await lodge(reader, id, 'Re\u0000li\ud800sez\u202e.')).status).toBe(201)
  const { text } = await db().appeal.findFirstOrThrow({ where: { commentId: id } })
  expect(text).toBe('Reli\ufffdsez.')
})
