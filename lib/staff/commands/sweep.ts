import { db } from '../../platform/db/client'
import { SESSION_SECONDS } from '../rules/sessions'
import { SIGN_INS_DAYS } from '../rules/sign-ins'

const DAY_MS = 86_400_000

/** Deletes sign-ins older than SIGN_INS_DAYS. Resolves to their number. */
export async function sweepSignIns(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - SIGN_INS_DAYS * DAY_MS)
  return (await db().signIn.deleteMany({ where: { at: { lt: before } } })).count
}

/** Deletes sessions that can no longer be used, and one-time links past their time. Resolves to the number of both. */
export async function sweepSessions(now = new Date()): Promise<number> {
  const begun = new Date(now.getTime() - SESSION_SECONDS * 1000)
  const [sessions, links] = await Promise.all([
    db().staffSession.deleteMany({ where: { createdAt: { lt: begun } } }),
    db().staffLink.deleteMany({ where: { expiresAt: { lt: now } } }),
  ])
  return sessions.count + links.count
}
