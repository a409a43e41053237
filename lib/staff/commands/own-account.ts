import { db } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { env } from '../../platform/runtime/env'
import { pendingTotp } from '../rules/encrypted-tokens'
import type { Member } from '../rules/roles'
import { newTotpSecret } from '../rules/totp'
import { endAccess } from './access'
import { passwordProblem } from './confirm-password'
import { spendCode } from './sign-in'
import { count, forget } from './throttle'

/** Ends every session of the member, also this one. */
export const endOwnSessions = (member: Member, now = new Date()) =>
  endAccess(db(), member.id, ['sessions'], { now })

/** Returns a secret for a second factor, and the seal that holds it until its first code. Nothing is stored yet. */
export async function beginTotp(member: Member): Promise<{ secret: string; seal: string }> {
  const secret = newTotpSecret()
  return { secret, seal: await pendingTotp.seal({ account: member.id, totp: secret }, env().AVIS_SECRET) }
}

/** Sets up a second factor once a code proves that its secret arrived in the owner's app. */
export async function confirmTotp(
  member: Member,
  seal: string,
  code: string,
  now = new Date(),
): Promise<Outcome<void>> {
  const pending = await pendingTotp.open(seal, env().AVIS_SECRET)
  if (pending?.account !== member.id) return refusal('link_spent')
  if (await count('code', String(member.id))) return refusal('busy')
  if (!(await spendCode(member.id, pending.totp, code, now))) return refusal('wrong_code')
  await forget('code', String(member.id))
  // An existing factor is not overwritten: replacing it requires the password, by removing it first.
  return db().$transaction(async (tx) => {
    const set = await tx.staffAccount.updateMany({
      where: { id: member.id, totpSecret: null },
      data: { totpSecret: pending.totp },
    })
    if (!set.count) return refusal('link_spent')
    await endAccess(tx, member.id, ['sessions'], { but: member.sessionId })
    return success(undefined)
  })
}

/** Removes the second factor of a member who knows the password, unless it is required. Their other sessions end. */
export async function removeTotp(member: Member, password: string): Promise<Outcome<void>> {
  const problem = await passwordProblem(member, password)
  if (problem) return { ok: false, problem }
  return db().$transaction(async (tx) => {
    const removed = await tx.staffAccount.updateMany({
      where: { id: member.id, totpRequired: false },
      data: { totpSecret: null },
    })
    if (!removed.count) return refusal('second_factor_required')
    await endAccess(tx, member.id, ['sessions'], { but: member.sessionId })
    return success(undefined)
  })
}

/** Ends one session of the member. */
export async function endOwnSession(member: Member, id: string, now = new Date()) {
  await db().staffSession.updateMany({
    where: { id, accountId: member.id, revokedAt: null },
    data: { revokedAt: now },
  })
}
