import { db } from '../../db'
import type { Identity } from '../rules/roles'
import { isAlive } from '../rules/sessions'

export type SignedIn = {
  sessionId: string
  lastSeenAt: Date
  identity: Identity
  /** A second factor is required of them and they have none yet. */
  owesSecondFactor: boolean
}

/** Who a session belongs to, as the database has it now: nobody when it is over or its account disabled. */
export async function findSignedIn(sessionId: string, now = new Date()): Promise<SignedIn | undefined> {
  const session = await db().staffSession.findUnique({
    where: { id: sessionId },
    select: {
      createdAt: true,
      lastSeenAt: true,
      revokedAt: true,
      account: {
        select: {
          id: true,
          name: true,
          email: true,
          role: true,
          totpRequired: true,
          totpSecret: true,
          disabledAt: true,
        },
      },
    },
  })
  if (!session || session.account.disabledAt || !isAlive(session, now)) return undefined
  const { totpRequired, totpSecret, disabledAt: _, ...identity } = session.account
  return {
    sessionId,
    lastSeenAt: session.lastSeenAt,
    identity,
    owesSecondFactor: totpRequired && !totpSecret,
  }
}
