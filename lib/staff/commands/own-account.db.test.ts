import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, storedMember } from '../../../scripts/testing/staff'
import { db } from '../../platform/db/client'
import { ownAccount } from '../queries/own-account'
import { findSignedIn } from '../queries/signed-in'
import type { Member } from '../rules/roles'
import { changePassword } from './change-password'
import { beginTotp, confirmTotp, endOwnSession, endOwnSessions, removeTotp } from './own-account'
import { isPassword } from './passwords'
import { startSession } from './sessions'

const NEW = 'une toute autre phrase'
const now = new Date()
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })

/** Returns a member as the gate creates them, with another session elsewhere. */
async function member(changes: Parameters<typeof storedMember>[1] = {}) {
  const identity = await storedMember('editor', changes)
  const sessionId = await startSession(identity.id, 'ici')
  const elsewhere = await startSession(identity.id, 'ailleurs')
  return { own: { ...identity, sessionId, owesSecondFactor: false } as Member, elsewhere }
}
const account = (id: number) => db().staffAccount.findUniqueOrThrow({ where: { id } })
const alive = async (id: string) => Boolean(await findSignedIn(id))

beforeEach(() => db().throttle.deleteMany())

describe('one’s own password', () => {
  it('changes for who knows the old one, and ends the other sessions', async () => {
    const { own, elsewhere } = await member()
    expect((await changePassword(own, PASSWORD, NEW)).ok).toBe(true)
    expect(await isPassword((await account(own.id)).passwordHash, NEW)).toBe(true)
    expect([await alive(own.sessionId), await alive(elsewhere)]).toEqual([true, false])
  })

  it('stays for who does not know it, or chooses a bad one', async () => {
    const { own } = await member()
    expect(await changePassword(own, 'faux', NEW)).toMatchObject({ problem: { code: 'wrong_password' } })
    const bad = await changePassword(own, PASSWORD, 'court')
    expect(bad.ok || bad.problem.fields?.[0]).toMatchObject({ code: 'password_short', field: 'chosen' })
    for (let n = 0; n < 10; n++) await changePassword(own, 'faux', NEW)
    expect(await changePassword(own, PASSWORD, NEW)).toMatchObject({ problem: { code: 'busy' } })
  })
})

describe('one’s own second factor', () => {
  it('is stored once a code shows that it arrived, and taken away by the password', async () => {
    const { own, elsewhere } = await member()
    const { secret, seal } = await beginTotp(own)
    expect((await account(own.id)).totpSecret).toBeNull()
    expect(await confirmTotp(own, seal, '12', now)).toMatchObject({ problem: { code: 'wrong_code' } })
    expect((await confirmTotp(own, seal, codeOf(secret), now)).ok).toBe(true)
    expect((await account(own.id)).totpSecret).toBe(secret)
    expect(await alive(elsewhere)).toBe(false)
    expect(await removeTotp(own, 'faux')).toMatchObject({ problem: { code: 'wrong_password' } })
    expect((await removeTotp(own, PASSWORD)).ok).toBe(true)
    expect((await account(own.id)).totpSecret).toBeNull()
  })

  it('cannot be set by another’s seal, nor over one that is there', async () => {
    const [{ own }, { own: other }] = [await member(), await member()]
    const theirs = await beginTotp(other)
    expect((await confirmTotp(own, theirs.seal, codeOf(theirs.secret), now)).ok).toBe(false)
    const mine = await beginTotp(own)
    await confirmTotp(own, mine.seal, codeOf(mine.secret), now)
    const second = await beginTotp(own)
    expect((await confirmTotp(own, second.seal, codeOf(second.secret), now)).ok).toBe(false)
    expect((await account(own.id)).totpSecret).toBe(mine.secret)
  })

  it('stays while an admin requires it', async () => {
    const { own } = await member({ totpSecret: 'A'.repeat(32), totpRequired: true })
    expect(await removeTotp(own, PASSWORD)).toMatchObject({ problem: { code: 'second_factor_required' } })
  })
})

describe('one’s own sessions', () => {
  it('are listed, and end one by one or all at once', async () => {
    const { own, elsewhere } = await member()
    const third = await startSession(own.id, 'encore')
    const { own: other } = await member()
    expect((await ownAccount(own)).sessions.map(({ isThis }) => isThis).filter(Boolean)).toHaveLength(1)
    await endOwnSession(other, elsewhere)
    expect(await alive(elsewhere)).toBe(true)
    await endOwnSession(own, elsewhere)
    expect([await alive(elsewhere), await alive(third)]).toEqual([false, true])
    await endOwnSessions(own)
    expect([await alive(own.sessionId), await alive(third), await alive(other.sessionId)]).toEqual([
      false,
      false,
      true,
    ])
  })
})
