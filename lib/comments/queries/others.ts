import type { Prisma } from '../../platform/db/client'

/** Returns how many people other than `staffId` can decide about comments. */
export const countOthers = (tx: Prisma.TransactionClient, staffId: number) =>
  tx.staffAccount.count({ where: { disabledAt: null, id: { not: staffId } } })
