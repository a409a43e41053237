import { beforeAll, expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { told } from '@/scripts/testing/comments'
import { targetOf } from '@/scripts/testing/decisions'
import { signedIn } from '@/scripts/testing/signed-in'
import { db } from '../platform/db/client'
import { api } from '../server/api'
import { ROLES, type Role } from '../staff/rules/roles'

const BASE = '/api/v1/moderation'

let id: string
beforeAll(async () => {
  id = (await told('Un texte pour essayer les adresses')).id
})

/** Every privileged route with a valid request; a route without an entry fails the test. */
const ROUTES: Record<string, { to: Role; body?: () => unknown }> = {
  'GET /queue': { to: 'moderator' },
  'POST /live': { to: 'moderator', body: () => ({ comments: [id] }) },
  'POST /decisions': {
    to: 'moderator',
    body: () => ({ items: [{ comment: id, revision: 99, seen: '1' }], act: 'publish' }),
  },
  'POST /undo': { to: 'moderator', body: () => ({ decisions: ['1'] }) },
  'GET /comments/:id': { to: 'moderator' },
  'POST /comments/:id/claim': { to: 'moderator', body: () => ({}) },
  'POST /comments/:id/reveal': { to: 'moderator', body: () => ({}) },
  'POST /comments/:id/mute': { to: 'moderator', body: () => ({}) },
  'DELETE /comments/:id/mute': { to: 'moderator' },
}

async function ask(client: Client, name: string) {
  const [method = '', path = ''] = name.split(' ')
  const body = ROUTES[name]?.body?.()
  return client.json(`${BASE}${path.replace(':id', id)}`, {
    method,
    ...(body !== undefined && { json: body }),
  })
}

it('every route of the desk answers nobody and each role as it should', async () => {
  const served = api.routes.filter(({ path }) => path.startsWith(BASE) && !path.endsWith('*'))
  expect(
    served
      .map(({ method, path }) => `${method} ${path.slice(BASE.length)}`)
      .filter((name) => !(name in ROUTES)),
  ).toEqual([])
  expect(served.length).toBeGreaterThan(8)
  const disabled = await signedIn('admin', { disabledAt: new Date() })
  const owing = await signedIn('admin', { totpRequired: true })
  for (const name of Object.keys(ROUTES)) {
    const reader = await ask(new Client(), name)
    expect([name, reader.status, reader.body.code]).toEqual([name, 401, 'sign_in_required'])
    expect([name, (await ask(disabled.client, name)).body.code]).toEqual([name, 'sign_in_required'])
    expect([name, (await ask(owing.client, name)).body.code]).toEqual([name, 'second_factor_required'])
    for (const role of ROLES) {
      const { status } = await ask((await signedIn(role)).client, name)
      // The decisions of the table are of a revision that does not exist: a conflict means that the request was valid.
      expect([name, role, [200, 409].includes(status)]).toEqual([name, role, true])
    }
  }
})

it('a page of another site cannot decide with a moderator’s cookie', async () => {
  const { client } = await signedIn('moderator')
  const sent = await client.json(`${BASE}/decisions`, {
    json: { items: [await targetOf(id)], act: 'publish' },
    headers: { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' },
  })
  expect([sent.status, sent.body.code]).toEqual([403, 'cross_site'])
})

it('many at once: each has its own result, and nothing that was refused was changed', async () => {
  const { client, name } = await signedIn('moderator')
  const good = await told('Un texte parmi plusieurs')
  const taken = await told('Un texte déjà décidé')
  const stale = await targetOf(taken.id)
  await client.json(`${BASE}/decisions`, { json: { items: [stale], act: 'publish' } })
  const items = [await targetOf(good.id), stale, { ...stale, comment: crypto.randomUUID() }]
  const sent = await client.json(`${BASE}/decisions`, {
    json: { items, act: 'reject', reason: 'off_topic', note: 'Merci de parler du tramway.' },
  })
  expect(sent.status).toBe(200)
  expect(sent.body.results).toMatchObject([
    { comment: good.id, ok: true, outcome: 'rejected' },
    {
      comment: taken.id,
      ok: false,
      code: 'decided_meanwhile',
      meanwhile: { outcome: 'published', by: name },
    },
    { ok: false, code: 'comment_not_found' },
  ])
  const decision = await db().decision.findFirstOrThrow({
    where: { commentId: good.id, outcome: 'rejected' },
  })
  expect(decision).toMatchObject({ reason: 'off_topic', note: 'Merci de parler du tramway.' })
  const undone = await client.json(`${BASE}/undo`, { json: { decisions: [String(decision.id), '999999'] } })
  expect(undone.body.results).toMatchObject([
    { ok: true, outcome: 'held' },
    { ok: false, code: 'comment_not_found' },
  ])
})

it('what makes no sense is refused in words, and decides nothing', async () => {
  const { client } = await signedIn('moderator')
  const target = await targetOf(id)
  for (const json of [
    { items: [target], act: 'reject' },
    { items: [target], act: 'publish', reason: 'insult' },
    { items: [target], act: 'reject', reason: 'because' },
    { items: [target], act: 'reject', reason: 'illegal' },
    { items: [target], act: 'reject', reason: 'illegal', law: '  ' },
    { items: [target], act: 'reject', reason: 'insult', law: 'Loi de 1881' },
    { items: [], act: 'publish' },
    { items: Array.from({ length: 101 }, () => target), act: 'publish' },
    { items: [{ ...target, seen: '1; DROP TABLE decision' }], act: 'publish' },
    { items: [target], act: 'reject', reason: 'insult', note: 'x'.repeat(501) },
  ]) {
    const sent = await client.json(`${BASE}/decisions`, { json })
    expect([json, sent.status, sent.body.code]).toEqual([json, 422, 'invalid_request'])
  }
  const refused = async (verdict: object) => {
    const json = { items: [target], ...verdict }
    return (await client.json(`${BASE}/decisions`, { json, headers: { 'accept-language': 'fr' } })).body
      .errors
  }
  const choose = [
    { code: 'not_a_choice', path: ['reason'], message: expect.stringMatching(/insult, hate.*illegal/) },
  ]
  expect(await refused({ act: 'reject' })).toMatchObject(choose)
  expect(await refused({ act: 'reject', reason: 'spam' })).toMatchObject(choose)
  expect(await refused({ act: 'reject', reason: 'illegal' })).toMatchObject([
    { code: 'empty', path: ['law'] },
  ])
  expect(await targetOf(id)).toEqual(target)
  const form = await client.send(`${BASE}/decisions`, { form: 'act=publish' })
  expect([415, 422]).toContain(form.status)
  for (const query of [
    'queue=all',
    'from=demain',
    'rule=toutes',
    'after=%00',
    'other=1',
    `q=${'x'.repeat(201)}`,
  ])
    expect([query, (await client.json(`${BASE}/queue?${query}`)).status]).toEqual([query, 422])
  for (const path of ['comments/1', `comments/${crypto.randomUUID()}`])
    expect((await client.json(`${BASE}/${path}`)).body.code).toBe('comment_not_found')
})
