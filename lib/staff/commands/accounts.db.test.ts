import { beforeEach, describe, expect, it } from 'vitest'
import { storedMember } from '../../../scripts/testing/staff'
import { db } from '../../platform/db/client'
import { listMembers } from '../queries/members'
import { findSignedIn } from '../queries/signed-in'
import { changeRole, disable, enable, invite, requireTotp, reset } from './accounts'
import { startSession } from './sessions'

const LAST = { ok: false, problem: { code: 'last_admin' } }

beforeEach(async () => {
  await db().staffSession.deleteMany()
  await db().signIn.deleteMany()
  await db().staffLink.deleteMany()
  await db().staffAccount.deleteMany()
})

describe('managing staff', () => {
  it('invites each address once', async () => {
    const given = { email: 'claire@journal.example', name: 'Claire', role: 'editor' } as const
    const both = await Promise.all([invite('shell', given), invite('shell', given)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual({ ok: false, problem: { code: 'email_taken' } })
    expect(await listMembers('shell')).toMatchObject([{ name: 'Claire', state: 'invited', role: 'editor' }])
  })

  it('changes a role and a requirement for the next request', async () => {
    const { id } = await storedMember('editor')
    const session = await startSession(id, '')
    expect(await changeRole('shell', id, 'moderator')).toEqual({ ok: true, value: 'editor' })
    expect((await findSignedIn(session))?.identity.role).toBe('moderator')
    expect((await findSignedIn(session))?.owesSecondFactor).toBe(false)
    await requireTotp('shell', id, true)
    expect((await findSignedIn(session))?.owesSecondFactor).toBe(true)
  })

  it('enables again without reviving a session', async () => {
    const { id } = await storedMember('editor')
    const session = await startSession(id, '')
    await disable('shell', id)
    await enable('shell', id)
    expect(await findSignedIn(session)).toBeUndefined()
    expect(await listMembers('shell')).toMatchObject([{ state: 'active' }])
  })

  it('resets to nothing but a link', async () => {
    const { id } = await storedMember('editor', { totpSecret: 'A'.repeat(32) })
    const session = await startSession(id, '')
    expect((await reset('shell', id)).ok).toBe(true)
    expect(await findSignedIn(session)).toBeUndefined()
    const { passwordHash, totpSecret } = await db().staffAccount.findUniqueOrThrow({ where: { id } })
    expect([passwordHash, totpSecret]).toEqual([null, null])
  })

  it('says when there is no such account', async () => {
    expect(await disable('shell', 0)).toEqual({ ok: false, problem: { code: 'not_found' } })
  })
})

describe('the last admin', () => {
  it('can be neither disabled nor demoted, while any other role can', async () => {
    const admin = await storedMember('admin')
    const editor = await storedMember('editor')
    expect(await disable('shell', admin.id)).toEqual(LAST)
    expect(await changeRole('shell', admin.id, 'editor')).toEqual(LAST)
    expect((await changeRole('shell', admin.id, 'admin')).ok).toBe(true)
    expect((await disable('shell', editor.id)).ok).toBe(true)
  })

  it('is also one beside an admin who is disabled or never came', async () => {
    const admin = await storedMember('admin')
    await storedMember('admin', { disabledAt: new Date() })
    await storedMember('admin', { passwordHash: null })
    expect(await disable('shell', admin.id)).toEqual(LAST)
  })

  it('stays when two admins shut each other out at once', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await storedMember('admin'), await storedMember('admin')]
      const both = await Promise.all([disable('shell', one.id), changeRole('shell', two.id, 'editor')])
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(both).toContainEqual(LAST)
      await db().staffAccount.deleteMany()
    }
  })
})
