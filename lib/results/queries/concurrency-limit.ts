import pLimit from 'p-limit'
import { longDb, type Prisma } from '../../platform/db/client'
import { sqlState } from '../../platform/db/errors'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { oncePerProcess } from '../../platform/runtime/per-process'

/** Milliseconds after which a reading is stopped with a refusal. */
const MAX_MS = 45_000
/** Each such reading uses a whole processor: voters need the others, and the connections too. */
const AT_ONCE = 2
const MAX_WAITING = 20
const CANCELLED = '57014'
/** Prisma's code for a transaction that exceeded its timeout. */
const TRANSACTION_OVER = 'P2028'

/**
 * Runs `work`, which reads all ballots from one snapshot, in the background of everything else. Refusal:
 * `analysis_too_slow` when it was stopped, or when too many others already wait for theirs.
 */
export async function withConcurrencyLimit<T>(
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  longestMs = MAX_MS,
): Promise<Outcome<T>> {
  const turns = oncePerProcess('analyses', () => pLimit(AT_ONCE))
  if (turns.pendingCount >= MAX_WAITING) return refusal('analysis_too_slow')
  try {
    const value = await turns(() =>
      longDb().$transaction(
        async (tx) => {
          await tx.$queryRaw`SELECT set_config('statement_timeout', ${String(longestMs)}, true)`
          return work(tx)
        },
        { isolationLevel: 'RepeatableRead', timeout: longestMs, maxWait: 10_000 },
      ),
    )
    return success(value)
  } catch (error) {
    const { code } = error as { code?: string }
    if (sqlState(error) === CANCELLED || code === TRANSACTION_OVER) return refusal('analysis_too_slow')
    throw error
  }
}
