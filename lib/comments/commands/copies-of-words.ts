import type { Prisma } from '../../platform/db/client'
import { port } from '../../platform/runtime/port'

/**
 * Gives up, in the transaction `tx` of an erasure, whatever else holds words of `comment`. Provided by exports, whose
 * finished files may hold them.
 */
export type GiveUpCopies = (tx: Prisma.TransactionClient, comment: string) => Promise<unknown>

export const copiesOfWords = port<GiveUpCopies>('copies of words')
