/** The regular jobs, which the worker process runs (worker.ts). Each loads its code when it first runs. */
import { nowAndRegularly, scheduleJob } from '../platform/runtime/scheduler'
import type { Nudge } from '../platform/runtime/worker-link'
import { log } from '../platform/telemetry/log'

/** Every hour: what is stored for a limited time expires even when no request comes. */
const SWEEP_MS = 3600_000
/** Comments whose checks did not run when they were sent, because another process stopped in between. */
const SCREEN_MS = 10_000
/** It reads every comment, and has work only after an update or a restore. */
const SEARCH_MS = 24 * 3600_000
/** A reporter who left an address with a notice is mailed the decision. */
const NOTIFY_MS = 60_000
/** Files that another process did not finish writing. */
const EXPORTS_MS = 10_000
/** Erasures whose last steps were interrupted when a process ended. */
const ERASURES_MS = 10_000
/** The search for stuffed ballots: an attack of two minutes is noticed while it lasts. */
const INSPECT_MS = 60_000
/** Polls each minute one feed that is due, if there is one. */
const FEEDS_MS = 60_000

const exporting = async () => (await import('../exports/commands/run-jobs')).workExports()
const screening = async () => (await import('../comments/commands/screen')).screenAll()

/** The jobs that a request can ask for at once. A failure is logged, and the regular run makes up for it. */
const NUDGED: Record<Nudge, () => Promise<unknown>> = { exports: exporting, screening }

/** Runs a job that the web process asks for. */
export const runNudged = (nudge: Nudge): void =>
  void NUDGED[nudge]().catch((error) => log().error({ err: error, job: nudge }, 'a job asked for failed'))

/** Schedules every regular job of this process. */
export function startJobs(): void {
  scheduleJob('sweep', SWEEP_MS, async () => (await import('../operations/retention')).sweepAll())
  scheduleJob('exports', EXPORTS_MS, async () => {
    await (await import('../exports/commands/jobs')).removeErased()
    await exporting()
  })
  scheduleJob('erasures', ERASURES_MS, async () => {
    await (await import('../ballots/commands/erase')).forgetHistories()
    await (await import('../ballots/commands/erasure-log')).fileErasures()
  })
  scheduleJob('screening', SCREEN_MS, screening)
  nowAndRegularly('search', SEARCH_MS, async () =>
    (await import('../comments/commands/fill-search')).fillSearch(),
  )
  scheduleJob('notices', NOTIFY_MS, async () =>
    (await import('../comments/commands/notify-reporters')).notifyReporters(),
  )
  scheduleJob('inspection', INSPECT_MS, async () =>
    (await import('../ballots/commands/inspect')).inspectAll(),
  )
  scheduleJob('feeds', FEEDS_MS, async () => (await import('../surveys/commands/poll-feeds')).pollOneFeed())
}

/** Compares intents that an older Avis noted before it erased with the database, once for each. */
export async function settleEarlierErasures(): Promise<void> {
  const { settleIntents } = await import('../ballots/commands/erase')
  await settleIntents().catch((error) =>
    log().error({ err: error }, 'earlier erasures could not be looked through'),
  )
}
