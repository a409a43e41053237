import { beforeAll, expect, it } from 'vitest'
import { path as at } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedMember } from '@/scripts/testing/staff'
import { storedSurvey } from '@/scripts/testing/surveys'
import { workExports } from '../../exports/commands/run-jobs'
import { db } from '../../platform/db/client'
import type { SurveyRecord } from '../../surveys/queries/public'
import { createToken, revokeToken, sweepTokens } from '../commands/tokens'
import { ownTokens } from '../queries/tokens'
import type { Editor } from '../rules/roles'
import type { Scope } from '../rules/token-choices'

let survey: SurveyRecord
let editor: Editor
beforeAll(async () => {
  survey = await storedSurvey({ resultsVisibility: 'after_closing' })
  editor = (await storedMember('editor')) as Editor
})

const client = new Client()
const tokenOf = async (scopes: Scope[], now?: Date, owner = editor) => {
  const made = await createToken(owner, { name: 'Programme', scopes, days: 30 }, now)
  if (!made.ok) throw new Error(`no token: ${made.problem.code}`)
  return made.value.token
}
/** Each request has a network of its own, because each network counts its own wrong tokens. */
let network = 0
const ask = async (token: string, path: string, more: object = {}, from = `203.0.${++network}.7`) => {
  const answer = await client.send(path, {
    ...more,
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': from },
  })
  const text = await answer.text()
  return { status: answer.status, text, body: /^[{[]/.test(text) ? JSON.parse(text) : undefined, answer }
}
const exportsPath = (rest = '') => at(survey, `/exports${rest}`)
const nothing = async () => (await ask(`avis_${'x'.repeat(43)}`, at(survey, '/exports'))).text

it('a program asks for a file, waits for it, fetches it and removes it', async () => {
  const token = await tokenOf(['exports:read', 'exports:write'])
  const asked = await ask(token, exportsPath(), { json: { format: 'csv' } })
  expect(asked.status).toBe(202)
  await workExports()
  const job = exportsPath(`/${asked.body.id}`)
  expect((await ask(token, job)).body).toMatchObject({ state: 'ready', askedBy: editor.name })
  const file = await ask(token, `${job}/file`)
  expect([file.status, file.text.split(',')[0]]).toEqual([200, 'row'])
  expect((await ask(token, exportsPath())).body.exports).toHaveLength(1)
  expect((await ask(token, job, { method: 'DELETE' })).status).toBe(204)
  const [view] = await ownTokens(editor)
  expect(view?.lastUsedAt).not.toBeNull()
})

it('nothing of a token is kept but its hash', async () => {
  const token = await tokenOf(['exports:read'])
  const rows = await db().$queryRaw<{ row: string }[]>`SELECT api_token::text AS row FROM api_token`
  for (const { row } of rows) {
    expect(row).not.toContain(token)
    expect(row).not.toContain(Buffer.from(token).toString('hex'))
  }
})

it('each scope opens its own routes and no other', async () => {
  const [reads, writes, results] = await Promise.all(
    (['exports:read', 'exports:write', 'results:read'] as const).map((scope) => tokenOf([scope])),
  )
  const lost = { status: 404, text: await nothing() }
  expect((await ask(reads ?? '', exportsPath())).status).toBe(200)
  expect(await ask(reads ?? '', exportsPath(), { json: { format: 'csv' } })).toMatchObject(lost)
  expect(await ask(writes ?? '', exportsPath())).toMatchObject(lost)
  expect((await ask(writes ?? '', exportsPath(), { json: { format: 'docx' } })).body.code).toBe(
    'unknown_format',
  )
  expect(await ask(results ?? '', exportsPath())).toMatchObject(lost)
  expect((await ask(results ?? '', at(survey, '/results'))).body.ballots).toBe(0)
  expect((await ask(reads ?? '', at(survey, '/results'))).status).not.toBe(200)
  expect((await client.json(at(survey, '/results'))).body.code).toBe('results_hidden')
})

it('a token that is not yours and a survey that is not there answer alike', async () => {
  const token = await tokenOf(['exports:read'])
  const unknown = await ask(token, '/api/v1/surveys/nulle-part/exports')
  expect(unknown.status).toBe(404)
  for (const wrong of [
    'x',
    'avis_',
    `${token}x`,
    token.slice(0, -1),
    token.toUpperCase(),
    `avis_${'A'.repeat(43)}`,
  ])
    expect(await ask(wrong, exportsPath())).toMatchObject({ status: 404, text: unknown.text })
  // A token is checked by itself: the cookie of a signed-in person does not help a wrong one.
  expect((await new Client().json(exportsPath())).body.code).toBe('sign_in_required')
})

it('a token ends when it is revoked, on its day, and with its owner’s account or role', async () => {
  const lost = { status: 404, text: await nothing() }
  const revoked = await tokenOf(['exports:read'])
  expect((await ask(revoked, exportsPath())).status).toBe(200)
  const [own] = await ownTokens(editor)
  const other = (await storedMember('editor')) as Editor
  await revokeToken(other, own?.id ?? '')
  expect((await ask(revoked, exportsPath())).status).toBe(200)
  await revokeToken(editor, own?.id ?? '')
  expect(await ask(revoked, exportsPath())).toMatchObject(lost)
  const past = await tokenOf(['exports:read'], new Date(Date.now() - 31 * 86_400_000))
  expect(await ask(past, exportsPath())).toMatchObject(lost)

  const theirs = await tokenOf(['exports:read'], undefined, other)
  const change = (data: object) => db().staffAccount.update({ where: { id: other.id }, data })
  for (const [away, back] of [
    [{ disabledAt: new Date() }, { disabledAt: null }],
    [{ role: 'moderator' }, { role: 'editor' }],
    [{ totpRequired: true }, { totpRequired: false }],
  ] as const) {
    await change(away)
    expect([away, await ask(theirs, exportsPath())]).toMatchObject([away, lost])
    await change(back)
    expect((await ask(theirs, exportsPath())).status).toBe(200)
  }
})

it('a network that tries one wrong token after another has to wait, and the right one still works', async () => {
  const token = await tokenOf(['exports:read'])
  const from = '198.51.100.7'
  let answer = await ask('avis_wrong', exportsPath(), {}, from)
  for (let tried = 1; tried < 70 && answer.status === 404; tried++)
    answer = await ask('avis_wrong', exportsPath(), {}, from)
  expect([answer.status, answer.body.code]).toEqual([429, 'too_many_attempts'])
  expect(Number(answer.answer.headers.get('retry-after'))).toBeGreaterThan(60)
  expect((await ask(token, exportsPath(), {}, from)).status).toBe(200)
})

it('nobody holds more than twenty, and ended ones are forgotten after a while', async () => {
  const owner = (await storedMember('editor')) as Editor
  await Promise.all(Array.from({ length: 20 }, () => tokenOf(['exports:read'], undefined, owner)))
  const more = await createToken(owner, { name: 'x', scopes: ['exports:read'], days: 7 })
  expect(more).toEqual({ ok: false, problem: { code: 'too_many_tokens' } })
  await sweepTokens(new Date(Date.now() + 59 * 86_400_000))
  expect(await ownTokens(owner)).toHaveLength(20)
  await sweepTokens(new Date(Date.now() + 61 * 86_400_000))
  expect(await ownTokens(owner)).toHaveLength(0)
})
