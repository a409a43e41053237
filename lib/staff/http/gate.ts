import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Outcome, refusal, success } from '../../errors'
import { noteSeen } from '../commands/sessions'
import { openSession, staffCookie } from '../cookies'
import { findSignedIn } from '../queries/signed-in'
import { allows, type Holder, type Role } from '../rules/roles'
import { isDueToBeSeen } from '../rules/sessions'

/**
 * The person asking, known to hold `role`: for every privileged route of the API, as `requireRole` is for the pages,
 * and read from the database just the same. Refusals: `sign_in_required`, `second_factor_required`, `role_required`.
 */
export async function requireRoleHere<R extends Role>(c: Context, role: R): Promise<Outcome<Holder<R>>> {
  const sessionId = await openSession(getCookie(c, staffCookie().name))
  const found = sessionId && (await findSignedIn(sessionId))
  if (!found) return refusal('sign_in_required')
  const now = new Date()
  if (isDueToBeSeen(found.lastSeenAt, now)) await noteSeen(found.sessionId, now)
  if (found.owesSecondFactor) return refusal('second_factor_required')
  if (!allows(found.identity.role, role)) return refusal('role_required')
  return success(found.identity as Holder<R>)
}
