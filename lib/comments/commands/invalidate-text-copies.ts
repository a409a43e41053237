import type { Prisma } from '../../platform/db/client'
import { injected } from '../../platform/runtime/injected'

/**
 * Invalidates, in the transaction `tx` of an erasure, all other copies of the text of `comment`. Injected by exports,
 * whose finished files may hold it.
 */
export type InvalidateCopies = (tx: Prisma.TransactionClient, comment: string) => Promise<unknown>

export const invalidateTextCopies = injected<InvalidateCopies>('text copies')
