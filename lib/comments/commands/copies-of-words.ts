import type { Prisma } from '../../platform/db/client'
import { injected } from '../../platform/runtime/injected'

/**
 * Gives up, in the transaction `tx` of an erasure, whatever else holds words of `comment`. Provided by exports, whose
 * finished files may hold them.
 */
export type InvalidateCopies = (tx: Prisma.TransactionClient, comment: string) => Promise<unknown>

export const copiesOfWords = injected<InvalidateCopies>('copies of words')
