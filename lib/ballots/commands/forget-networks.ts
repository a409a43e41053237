import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { oncePerProcess } from '../../platform/runtime/per-process'

/** Hours for which a ballot's network is kept as a keyed hash: for limits and for the detection of stuffing. */
export const NETWORK_HOURS = 48
/** The sweep runs every hour. */
const SWEEP_HOURS = 1
/** Small enough that no reader waits long for a ballot they change. */
const BATCH = 5_000
const HOUR_MS = 3600_000

const done = () => oncePerProcess('networks', () => ({ until: new Date(0) }))

/**
 * Deletes the networks of ballots older than NETWORK_HOURS. Resolves to how many. The first run in a process scans
 * every ballot; later runs scan only those that have grown old since.
 */
export async function forgetNetworks(now = new Date()): Promise<number> {
  const until = new Date(now.getTime() - (NETWORK_HOURS - SWEEP_HOURS) * HOUR_MS)
  let forgotten = 0
  for (;;) {
    // Skips a ballot that is being changed until the next sweep: a transaction that waits for two locks could deadlock.
    const count = await db().$executeRaw`
      UPDATE ballot SET network = NULL WHERE (title_id, survey_id, reader) IN (
        SELECT title_id, survey_id, reader FROM ballot
        WHERE title_id = ${TITLE} AND cast_at >= ${done().until} AND cast_at < ${until} AND network IS NOT NULL
        LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
      )`
    forgotten += count
    if (count < BATCH) break
  }
  await db().quarantine.updateMany({
    where: { network: { not: null }, fromAt: { lt: until } },
    data: { network: null },
  })
  done().until = new Date(until.getTime() - HOUR_MS)
  return forgotten
}
