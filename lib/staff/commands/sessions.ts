import { db } from '../../db'

/** A browser's own name for itself is rarely longer, and a made-up one need not be kept whole. */
const USER_AGENT_LENGTH = 300

/** Starts a session of an account; its id is what the cookie carries. */
export async function startSession(accountId: number, userAgent: string): Promise<string> {
  const { id } = await db().staffSession.create({
    data: { accountId, userAgent: userAgent.slice(0, USER_AGENT_LENGTH) },
    select: { id: true },
  })
  return id
}

/** Notes that a session is in use. One revoked meanwhile stays as it is. */
export async function noteSeen(sessionId: string, now = new Date()) {
  await db().staffSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { lastSeenAt: now },
  })
}

/** Ends one session: its cookie is nobody's from the next request on. */
export async function endSession(sessionId: string, now = new Date()) {
  await db().staffSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } })
}
