import { db } from '../../platform/db/client'
import { oncePerProcess } from '../../platform/runtime/per-process'

/** How long a ballot's network is known by its keyed hash: for limits and for what looks for stuffing. */
export const NETWORK_HOURS = 48
/** The sweep comes by every hour. */
const SWEEP_HOURS = 1
/** Few enough that nobody waits long for a ballot they change. */
const BATCH = 5_000
const HOUR_MS = 3600_000

const done = () => oncePerProcess('networks', () => ({ until: new Date(0) }))

/**
 * Forgets the networks of ballots that are older than that. Resolves to how many. The first time in a process it looks
 * at every ballot, then at those alone that have grown old since.
 */
export async function forgetNetworks(now = new Date()): Promise<number> {
  const until = new Date(now.getTime() - (NETWORK_HOURS - SWEEP_HOURS) * HOUR_MS)
  let forgotten = 0
  for (;;) {
    // A ballot that is being changed is left for the next time: whoever waits for two could wait in a ring.
    const count = await db().$executeRaw`
      UPDATE ballot SET network = NULL WHERE (survey_id, reader) IN (
        SELECT survey_id, reader FROM ballot
        WHERE cast_at >= ${done().until} AND cast_at < ${until} AND network IS NOT NULL
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
