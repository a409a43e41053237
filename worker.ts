/**
 * The process of the regular jobs: exports, screening, feeds, inspection and the rest (docs/decisions/processes.md). The
 * front door starts it (server.ts), so that no job holds the event loop on which readers vote.
 */
import { constants, setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { closeDb } from './lib/platform/db/client'
import { collectStartGarbage } from './lib/platform/runtime/collect-garbage'
import { env } from './lib/platform/runtime/env'
import { stopJobs } from './lib/platform/runtime/scheduler'
import { linkFromWorker, type Nudge } from './lib/platform/runtime/worker-link'
import { workers } from './lib/platform/runtime/worker-pool'
import { consoleToLog } from './lib/platform/telemetry/console'
import { live } from './lib/results/queries/live'
import { composeModules } from './lib/server/composition-root'
import { runNudged, settleEarlierErasures, startJobs } from './lib/server/jobs'

/** Milliseconds that a stop waits for running jobs. A slower job is abandoned: another process resumes it. */
const JOBS_MS = 1_000
/** Milliseconds after which the process exits anyway: what hangs by then hangs forever. */
const GIVE_UP_MS = 5_000

// Votes come first where there are few processors.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
env()
consoleToLog()
composeModules()
// Tells the web processes of the counts that jobs move.
live()
// The front door counts these. An event that it no longer hears is dropped: its end closes the channel.
linkFromWorker((event) => {
  if (process.connected) process.send?.(event, undefined, undefined, () => undefined)
})
startJobs()
void settleEarlierErasures()
collectStartGarbage()
process.on('message', ({ nudge }: { nudge: Nudge }) => runNudged(nudge))

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), GIVE_UP_MS).unref()
  await Promise.race([Promise.all([stopJobs(), workers().end(), live().stop()]), sleep(JOBS_MS)])
  await closeDb()
  process.exit(0)
}
process.on('SIGTERM', stop)
// A Ctrl-C in a terminal reaches every process of the group: the front door ends this one when its own work is done.
process.on('SIGINT', () => undefined)
// The channel closes when the front door dies, however it dies: no worker runs without it.
process.on('disconnect', stop)
