import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { type JobEvent, linkToWorker, type Nudge } from '../platform/runtime/worker-link'
import { countJobEvent } from '../platform/telemetry/job-metrics'
import { log } from '../platform/telemetry/log'
import { watch } from '../platform/telemetry/metrics'

/** Milliseconds before a worker that ended is started again; the last value repeats. One that lasted starts at the first. */
const PAUSES = [250, 1_000, 5_000, 30_000]
const LASTED_MS = 60_000

/** Milliseconds in which all requests for one job are one message: under load every vote with a text asks for screening. */
const NUDGE_MS = 20

/**
 * V8's settings of the worker. An export of a million rows makes garbage faster than V8 collects it by itself: the heap
 * grew by up to 220 MB, and with these by 40 (docs/decisions/processes.md).
 */
export const WORKER_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=50']

/** Starts the process of the regular jobs, and again whenever it ends, until `stop` is called. */
export class WorkerProcess {
  private child: ChildProcess | undefined
  private readonly nudged = new Set<Nudge>()
  private failures = 0
  private pause: NodeJS.Timeout | undefined
  private stopped = false

  /** `program` is the bundle of worker.ts. */
  constructor(private readonly program: string) {
    linkToWorker((nudge) => this.nudge(nudge))
    watch('avis_worker_up', 'Whether the process of the regular jobs runs.', () => (this.child ? 1 : 0))
  }

  /** Has the worker run a job soon. Returns false where there is none. The regular run makes up for one that ends meanwhile. */
  private nudge(nudge: Nudge): boolean {
    if (!this.child?.connected) return false
    if (this.nudged.has(nudge)) return true
    this.nudged.add(nudge)
    setTimeout(() => {
      this.nudged.delete(nudge)
      if (this.child?.connected) this.child.send({ nudge })
    }, NUDGE_MS).unref()
    return true
  }

  start() {
    const begun = performance.now()
    const child = fork(this.program, { execArgv: WORKER_FLAGS })
    this.child = child
    child.on('message', (event: JobEvent) => countJobEvent(event))
    child.on('error', (error) => log().error({ err: error }, 'the process of the regular jobs'))
    child.once('exit', (code, signal) => {
      this.child = undefined
      if (this.stopped) return
      this.failures = performance.now() - begun > LASTED_MS ? 0 : this.failures
      const pause = PAUSES[Math.min(this.failures, PAUSES.length - 1)] ?? 0
      this.failures++
      log().error({ code, signal, pause }, 'the process of the regular jobs ended, and is started again')
      this.pause = setTimeout(() => this.start(), pause)
    })
  }

  /** Ends the worker, and resolves once it is gone. */
  async stop() {
    this.stopped = true
    clearTimeout(this.pause)
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
}

/** Returns the worker whose bundle stands beside that of this program. */
export const workerBeside = (folder: string) => new WorkerProcess(path.join(folder, 'worker.mjs'))
