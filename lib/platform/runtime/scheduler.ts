import { log } from '../telemetry/log'
import { metrics } from '../telemetry/metrics'

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
  metrics().job.observe({ job, outcome }, (performance.now() - begun) / 1000)
}

function begin(job: string, work: () => Promise<unknown>) {
  const done = run(job, work).finally(() => running.delete(done))
  running.add(done)
}

/** Does `work` every `ms` milliseconds for as long as the process serves. What fails is logged, and tried again. */
export function scheduleJob(job: string, ms: number, work: () => Promise<unknown>): void {
  timers.add(setInterval(() => begin(job, work), ms).unref())
}

/** The same, and at once: for what a process of an older version, or a backup, may have left. */
export function nowAndRegularly(job: string, ms: number, work: () => Promise<unknown>): void {
  begin(job, work)
  scheduleJob(job, ms, work)
}

/** Begins no job any more, and resolves when those that run are through. */
export async function stopJobs(): Promise<void> {
  for (const timer of timers) clearInterval(timer)
  await Promise.all(running)
}
