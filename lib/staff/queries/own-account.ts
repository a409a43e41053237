import { db } from '../../platform/db/client'
import type { Member } from '../rules/roles'
import { isAlive } from '../rules/sessions'

/** Resolves to what a member of staff sees of their own account. */
export async function ownAccount(member: Member, now = new Date()) {
  const account = await db().staffAccount.findUniqueOrThrow({
    where: { id: member.id },
    select: {
      totpSecret: true,
      totpRequired: true,
      passwordHash: true,
      sessions: {
        where: { revokedAt: null },
        orderBy: { lastSeenAt: 'desc' },
        select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true, revokedAt: true },
      },
    },
  })
  return {
    hasPassword: account.passwordHash !== null,
    hasSecondFactor: account.totpSecret !== null,
    secondFactorRequired: account.totpRequired,
    sessions: account.sessions
      .filter((session) => isAlive(session, now))
      .map((session) => ({ ...session, isThis: session.id === member.sessionId })),
  }
}
