import { db } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { LONGEST, passwordFault, SHORTEST } from '../rules/password'
import type { Member } from '../rules/roles'
import { endAccess } from './access'
import { passwordProblem } from './confirm-password'
import { hashPassword } from './passwords'

/**
 * Changes the password of a member who knows the old one. Their other sessions end, and so does an unused one-time
 * link. Their tokens stay: programs depend on them, and the page that follows shows them.
 */
export async function changePassword(member: Member, old: string, chosen: string): Promise<Outcome<void>> {
  const fault = passwordFault(chosen, member.email)
  if (fault) {
    const values = { min: SHORTEST, max: LONGEST }
    return refusal('invalid_request', [{ code: fault, path: ['chosen'], field: 'chosen', values }])
  }
  const problem = await passwordProblem(member, old)
  if (problem) return { ok: false, problem }
  const passwordHash = await hashPassword(chosen)
  await db().$transaction(async (tx) => {
    await tx.staffAccount.update({ where: { id: member.id }, data: { passwordHash } })
    await endAccess(tx, member.id, ['sessions', 'links'], { but: member.sessionId })
  })
  return success(undefined)
}
