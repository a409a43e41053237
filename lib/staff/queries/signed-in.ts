import { db } from '../../platform/db/client'
import { isAlive } from '../rules/sessions'
import { accountSelect, type Standing, standingOf } from './account'

/** The owner of a session, and when it was last used. */
export type SignedIn = Standing & { sessionId: string; lastSeenAt: Date }

/**
 * Resolves to the owner of a session, as the database has it now. Resolves to undefined when it is over or its account
 * disabled.
 */
export async function findSignedIn(sessionId: string, now = new Date()): Promise<SignedIn | undefined> {
  const session = await db().staffSession.findUnique({
    where: { id: sessionId },
    select: {
      createdAt: true,
      lastSeenAt: true,
      revokedAt: true,
      account: { select: accountSelect },
    },
  })
  if (!session || session.account.disabledAt || !isAlive(session, now)) return undefined
  return { sessionId, lastSeenAt: session.lastSeenAt, ...standingOf(session.account) }
}
