import { beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, storedMember } from '../../../scripts/testing/staff'
import { db } from '../../platform/db/client'
import { findLink } from '../queries/links'
import { FIRST_ADMIN, hashToken, LINK_HOURS } from '../rules/links'
import { invite } from './accounts'
import { firstAdminLink, makeLink, spendLink } from './links'
import { isPassword } from './passwords'
import { startSession } from './sessions'

const tokenOf = (link: string | undefined) => new URL(link ?? '').pathname.replace('/invitation/', '')
const hashOf = async (id: number) =>
  (await db().staffAccount.findUniqueOrThrow({ where: { id } })).passwordHash

describe('a one-time link', () => {
  it('is kept only as a hash', async () => {
    const { id } = await storedMember('editor')
    const token = await makeLink(db(), id)
    const [row] = await db().staffLink.findMany({ where: { accountId: id } })
    expect(Buffer.from(row?.tokenHash ?? [])).toEqual(Buffer.from(hashToken(token)))
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it('sets the password once, and ends what was signed in before', async () => {
    const { id, email } = await storedMember('editor', { passwordHash: null })
    const session = await startSession(id, '')
    const token = await makeLink(db(), id)
    expect(await findLink(token)).toMatchObject({ email, asksWho: false })
    expect(await spendLink(token, { password: PASSWORD })).toEqual({ ok: true, value: { email } })
    expect(await isPassword(await hashOf(id), PASSWORD)).toBe(true)
    const ended = await db().staffSession.findUniqueOrThrow({ where: { id: session } })
    expect(ended.revokedAt).not.toBeNull()
    expect(await findLink(token)).toBeNull()
    const again = await spendLink(token, { password: 'un autre mot de passe long' })
    expect(again).toEqual({ ok: false, problem: { code: 'link_spent' } })
    expect(await isPassword(await hashOf(id), PASSWORD)).toBe(true)
  })

  it('used many times at once is used once', async () => {
    const { id } = await storedMember('editor', { passwordHash: null })
    const token = await makeLink(db(), id)
    const passwords = Array.from({ length: 6 }, (_, n) => `mot de passe bien long ${n}`)
    const uses = await Promise.all(passwords.map((password) => spendLink(token, { password })))
    expect(uses.filter((use) => use.ok)).toHaveLength(1)
    const winner = passwords[uses.findIndex((use) => use.ok)] ?? ''
    expect(await isPassword(await hashOf(id), winner)).toBe(true)
  })

  it('is kept when the password is refused', async () => {
    const { id } = await storedMember('editor', { passwordHash: null })
    const token = await makeLink(db(), id)
    const refused = await spendLink(token, { password: 'trop court' })
    expect(refused.ok || refused.problem.fields?.[0]?.code).toBe('password_short')
    expect((await spendLink(token, { password: PASSWORD })).ok).toBe(true)
  })

  it('ends by time, by a newer one, and with its account', async () => {
    const { id } = await storedMember('editor', { passwordHash: null })
    const made = new Date()
    const old = await makeLink(db(), id, made)
    const late = new Date(made.getTime() + LINK_HOURS * 3600_000)
    expect(await findLink(old, late)).toBeNull()
    expect((await spendLink(old, { password: PASSWORD }, late)).ok).toBe(false)
    const newer = await makeLink(db(), id)
    expect((await spendLink(old, { password: PASSWORD })).ok).toBe(false)
    await db().staffAccount.update({ where: { id }, data: { disabledAt: new Date() } })
    expect(await findLink(newer)).toBeNull()
    expect((await spendLink(newer, { password: PASSWORD })).ok).toBe(false)
  })

  it('that never was is answered like one that was used', async () => {
    expect(await spendLink('rien', { password: PASSWORD })).toEqual({
      ok: false,
      problem: { code: 'link_spent' },
    })
  })
})

describe('the first admin', () => {
  beforeEach(async () => {
    await db().staffSession.deleteMany()
    await db().signIn.deleteMany()
    await db().staffLink.deleteMany()
    await db().staffAccount.deleteMany()
  })
  const claire = { name: 'Claire Dupont', email: 'Claire@Journal.example', password: PASSWORD }

  it('gets a new link at each start until there is a password, and gives their name with it', async () => {
    const first = await firstAdminLink('http://localhost:3000')
    const second = await firstAdminLink('http://localhost:3000')
    expect(first).toMatch(/^http:\/\/localhost:3000\/invitation\/[\w-]{43}$/)
    expect(await findLink(tokenOf(first))).toBeNull()
    expect(await findLink(tokenOf(second))).toMatchObject({ asksWho: true })
    expect(await spendLink(tokenOf(second), claire)).toMatchObject({
      value: { email: 'claire@journal.example' },
    })
    expect(await db().staffAccount.findMany({ select: { name: true, role: true } })).toEqual([
      { name: 'Claire Dupont', role: 'admin' },
    ])
    expect(await firstAdminLink('http://localhost:3000')).toBeUndefined()
  })

  it('is told what is missing, and an address that is taken', async () => {
    const token = tokenOf(await firstAdminLink('http://localhost:3000'))
    const refused = await spendLink(token, { name: ' ', email: 'claire', password: PASSWORD })
    expect(refused.ok || refused.problem.fields?.map(({ code }) => code)).toEqual([
      'name_missing',
      'email_wrong',
    ])
    await invite('shell', { email: 'claire@journal.example', name: 'Claire', role: 'editor' })
    expect(await spendLink(token, claire)).toMatchObject({ problem: { code: 'email_taken' } })
    expect((await spendLink(token, { ...claire, email: 'autre@journal.example' })).ok).toBe(true)
    expect(await db().staffAccount.count({ where: { email: FIRST_ADMIN } })).toBe(0)
  })
})
