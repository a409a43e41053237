import { expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { member, tell, told } from '@/scripts/testing/comments'
import { outcomeOf, targetOf } from '@/scripts/testing/decisions'
import { db } from '../platform/db/client'
import { decide, type Verdict } from './commands/decide'

const about = (id: string, what: string) => `/api/v1/comments/${id}/${what}`
const never = () => false
const settle = async (id: string, verdict: Verdict) =>
  decide(await member(), await targetOf(id), verdict, never)
const REJECT: Verdict = { act: 'reject', reason: 'privacy', note: 'Sans le nom de votre voisin, oui.' }
const mine = async (reader: Client, slug: string) =>
  (await reader.json(`/api/v1/surveys/${slug}/comments/mine`)).body.comments

it('an author sees where each of their texts stands, and why', async () => {
  const { id, reader, survey } = await told('Un texte sur mon voisin')
  const { slug } = survey.view
  expect(await mine(reader, slug)).toMatchObject([{ id, state: 'held', canAppeal: false }])
  await settle(id, REJECT)
  const [rejected] = await mine(reader, slug)
  expect(rejected).toMatchObject({
    state: 'rejected',
    canAppeal: true,
    statement: {
      reason: 'privacy',
      automated: false,
      note: 'Sans le nom de votre voisin, oui.',
      charterVersion: 1,
      // Nobody saw it, so it is not said to have gone.
      wasPublished: false,
    },
  })
  await settle(id, { act: 'publish' })
  const [published] = await mine(reader, slug)
  expect(published).toMatchObject({ state: 'published' })
  expect(published).not.toHaveProperty('statement')
  await settle(id, REJECT)
  expect(await mine(reader, slug)).toMatchObject([{ statement: { wasPublished: true } }])
  expect(await mine(new Client(), slug)).toEqual([])
  // Of an edited text only the earlier version was visible.
  await settle(id, { act: 'publish' })
  await tell(survey, 'Un texte réécrit sur mon voisin', reader)
  await settle(id, REJECT)
  expect(await mine(reader, slug)).toMatchObject([{ revision: 2, statement: { wasPublished: false } }])
})

it('an appeal is said to wait only while somebody will decide it', async () => {
  const { id, reader, survey } = await told('Un texte que je conteste')
  const { slug } = survey.view
  await settle(id, REJECT)
  expect((await reader.json(about(id, 'appeal'), { json: { text: 'Il ne nomme personne.' } })).status).toBe(
    201,
  )
  const [waiting] = await mine(reader, slug)
  expect(waiting.appeal).not.toHaveProperty('moot')
  expect((await reader.json(about(id, 'withdrawal'), { json: {} })).status).toBe(200)
  expect(await mine(reader, slug)).toMatchObject([{ state: 'withdrawn', appeal: { moot: true } }])
  await tell(survey, 'Un texte que j’ai réécrit', reader)
  expect(await mine(reader, slug)).toMatchObject([{ state: 'held', appeal: { moot: true } }])
})

it('withdrawing takes a text out of everybody’s sight, and it can be sent again', async () => {
  const { id, reader, survey } = await told('Un texte que je retire', { moderationMode: 'after' })
  const { slug } = survey.view
  const shown = async () => (await new Client().json(`/api/v1/surveys/${slug}/comments`)).body.comments.length
  expect(await shown()).toBe(1)
  expect((await new Client().json(about(id, 'withdrawal'), { json: {} })).body.code).toBe('comment_not_found')
  const stranger = (await told('Un autre')).reader
  expect((await stranger.json(about(id, 'withdrawal'), { json: {} })).status).toBe(404)
  expect(await shown()).toBe(1)
  expect((await reader.json(about(id, 'withdrawal'), { json: {} })).status).toBe(200)
  expect((await reader.json(about(id, 'withdrawal'), { json: {} })).status).toBe(200)
  expect(await shown()).toBe(0)
  expect(await mine(reader, slug)).toMatchObject([{ state: 'withdrawn' }])
  await tell(survey, 'Un texte que je retire', reader)
  expect(await shown()).toBe(1)
  expect(await db().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ revision: 2 })
})

it('erasing leaves not a word, and keeps what was decided', async () => {
  const { id, reader, survey } = await told('Mot-secret-un dans ma première version')
  await tell(survey, 'Mot-secret-deux dans la seconde', reader)
  await settle(id, REJECT)
  await reader.json(about(id, 'appeal'), { json: { text: 'Mot-secret-trois dans mon recours' } })
  expect((await new Client().json(about(id, 'erasure'), { json: {} })).status).toBe(404)
  expect((await reader.json(about(id, 'erasure'), { json: {} })).status).toBe(200)
  const [left] = await db().$queryRaw<{ text: string }[]>`
    SELECT concat(
      (SELECT json_agg(c) FROM comment c WHERE id = ${id}::uuid),
      (SELECT json_agg(r) FROM comment_revision r WHERE comment_id = ${id}::uuid),
      (SELECT json_agg(a) FROM appeal a WHERE comment_id = ${id}::uuid),
      (SELECT json_agg(d) FROM decision d WHERE comment_id = ${id}::uuid)) AS text`
  expect(left?.text).not.toContain('Mot-secret')
  expect(left?.text).toContain('privacy')
  expect(await mine(reader, survey.view.slug)).toMatchObject([
    { state: 'erased', text: '', canAppeal: false },
  ])
})

it('a rejection is appealed once, in a paragraph, by its author', async () => {
  const { id, reader } = await told('Un texte à contester')
  const lodge = (who: Client, text: unknown) => who.json(about(id, 'appeal'), { json: { text } })
  expect((await lodge(reader, 'Trop tôt')).body.code).toBe('not_appealable')
  await settle(id, REJECT)
  expect((await lodge(new Client(), 'Je suis un autre')).body.code).toBe('comment_not_found')
  for (const text of ['', '   ', 'x'.repeat(501), 7]) expect((await lodge(reader, text)).status).toBe(422)
  const lodged = await lodge(reader, 'x'.repeat(500))
  expect(lodged.status).toBe(201)
  const days = (new Date(lodged.body.dueAt).getTime() - Date.now()) / 86_400_000
  expect(days).toBeCloseTo(7, 2)
  expect((await lodge(reader, 'Encore une fois')).body.code).toBe('not_appealable')
  expect(await db().appeal.count({ where: { commentId: id } })).toBe(1)
  await settle(id, { act: 'publish' })
  expect(await outcomeOf(id)).toBe('published')
})

it('two appeals at once are one', async () => {
  const { id, reader } = await told('Un texte à contester deux fois')
  await settle(id, REJECT)
  const sent = await Promise.all(
    Array.from({ length: 10 }, () => reader.json(about(id, 'appeal'), { json: { text: 'Relisez.' } })),
  )
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(sent.filter(({ status }) => status === 409)).toHaveLength(9)
})

it('a refused appeal of a form comes back as it was typed', async () => {
  const { id, reader } = await told('Un texte jamais refusé')
  const sent = await reader.send(about(id, 'appeal'), {
    form: new URLSearchParams({ text: 'Ce que j’ai tapé' }).toString(),
    headers: { accept: 'text/html' },
  })
  expect(sent.status).toBe(303)
  const draft = /recours=([\w-]+)/.exec(sent.headers.get('location') ?? '')?.[1] ?? ''
  const kept = await db().formDraft.findUniqueOrThrow({ where: { id: draft } })
  expect(JSON.stringify(kept.payload)).toContain('Ce que j’ai tapé')
})
