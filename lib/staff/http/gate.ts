import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { clientRequest } from '../../platform/http/client-request'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { noteSeen } from '../commands/sessions'
import { countNetwork } from '../commands/throttle'
import { noteTokenUsed } from '../commands/tokens'
import { openSession, staffCookie } from '../cookies'
import { findSignedIn } from '../queries/signed-in'
import { findTokenHolder } from '../queries/tokens'
import { allows, type Holder, type Role } from '../rules/roles'
import { isDueToBeSeen } from '../rules/sessions'
import type { Scope } from '../rules/token-choices'
import { apiTokenHash, bearerOf } from '../rules/tokens'

/**
 * Resolves to the signed-in person, proven to hold `role`. It serves every privileged route of the API, as
 * `requireRole` serves the pages. It reads the database for each request too. With `scope`, a token created for it is
 * as good as a sign-in; without, no token is accepted. Refusals: `sign_in_required`, `second_factor_required`,
 * `role_required`. A token that does not grant this, for whatever reason, is refused with `not_found`. After too many
 * unknown ones the refusal is `too_many_attempts`.
 */
export async function requireRoleHere<R extends Role>(
  c: Context,
  role: R,
  scope?: Scope,
): Promise<Outcome<Holder<R>>> {
  const token = scope && bearerOf(c.req.header('authorization'))
  if (scope && token !== undefined) return holderOf(c, token, role, scope)
  const sessionId = await openSession(getCookie(c, staffCookie().name))
  const found = sessionId && (await findSignedIn(sessionId))
  if (!found) return refusal('sign_in_required')
  const now = new Date()
  if (isDueToBeSeen(found.lastSeenAt, now)) await noteSeen(found.sessionId, now)
  if (found.owesSecondFactor) return refusal('second_factor_required')
  if (!allows(found.identity.role, role)) return refusal('role_required')
  return success(found.identity as Holder<R>)
}

async function holderOf<R extends Role>(c: Context, token: string, role: R, scope: Scope) {
  const now = new Date()
  const hash = apiTokenHash(token)
  const found = hash && (await findTokenHolder(hash, now))
  if (!found) {
    const seconds = await countNetwork('token', { network: clientRequest(c).network })
    if (seconds) c.header('retry-after', String(seconds))
    return refusal(seconds ? 'too_many_attempts' : 'not_found')
  }
  const opens = found.scopes.includes(scope) && !found.owesSecondFactor && allows(found.identity.role, role)
  if (!opens) return refusal('not_found')
  if (!found.lastUsedAt || isDueToBeSeen(found.lastUsedAt, now)) await noteTokenUsed(found.tokenId, now)
  return success(found.identity as Holder<R>)
}
