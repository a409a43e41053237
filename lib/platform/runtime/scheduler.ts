import { noteJobEvent } from '../telemetry/job-metrics'
import { log } from '../telemetry/log'

const timers = new Set<NodeJS.Timeout>()
const running = new Set<Promise<void>>()

async function run(job: string, work: () => Promise<unknown>) {
  const begun = performance.now()
  let outcome = 'done'
  try {
    await work()
  } catch (error) {
    outcome = 'failed'
    log().error({ err: error, job }, 'a regular job failed')
  }
  noteJobEvent({ job, outcome, seconds: (performance.now() - begun) / 1000 })
}

function begin(job: string, work: () => Promise<unknown>) {
  const done = run(job, work).finally(() => running.delete(done))
  running.add(done)
}

/** Runs `work` every `ms` milliseconds while the process serves. Logs a failure and retries at the next interval. */
export function scheduleJob(job: string, ms: number, work: () => Promise<unknown>): void {
  timers.add(setInterval(() => begin(job, work), ms).unref())
}

/** Does the same, and also runs at once: for leftovers of an older version or a backup. */
export function nowAndRegularly(job: string, ms: number, work: () => Promise<unknown>): void {
  begin(job, work)
  scheduleJob(job, ms, work)
}

/** Schedules no more runs, and resolves when the running jobs are done. */
export async function stopJobs(): Promise<void> {
  for (const timer of timers) clearInterval(timer)
  await Promise.all(running)
}
