import type { Prisma } from '../../platform/db/client'

/**
 * Returns how many people other than `staffId` can decide about comments. One who was invited and never came is none:
 * an appeal must not wait for them. An account without a password signs in elsewhere, and is one while it has a session.
 */
export const countOthers = (tx: Prisma.TransactionClient, staffId: number) =>
  tx.staffAccount.count({
    where: {
      disabledAt: null,
      id: { not: staffId },
      OR: [{ passwordHash: { not: null } }, { sessions: { some: {} } }],
    },
  })
