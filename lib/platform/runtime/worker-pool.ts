import { existsSync } from 'node:fs'
import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import pLimit from 'p-limit'
import { type Outcome, type ProblemCode, refusal, success } from '../http/problem-codes'
import { log } from '../telemetry/log'
import { oncePerProcess } from './per-process'

/** With two threads a slow page does not delay another editor's. More threads would compete with readers' votes. */
const THREADS = 2
/** Megabytes per worker. The largest page accepted needs about half of it. */
const MEMORY_MB = 256
/** Milliseconds after which an idle worker ends: at rest the server keeps none. */
const IDLE_MS = 30_000
/** Milliseconds for a task once it has begun. An ordinary page takes a twentieth of it. */
export const TASK_MS = 5_000
/** Lowers a worker's priority below the thread that receives votes. Outside Linux it would lower the whole process. */
const NICE = process.platform === 'linux' ? 5 : 0
/** Milliseconds for loading the parsers, on a busy machine. */
const LOAD_MS = 30_000
/** Limits the tasks in the queue. Later callers are refused and have to retry. */
const MAX_WAITING = 100

const LATE = Symbol('late')

type Settings = { threads?: number; memoryMb?: number; idleMs?: number }
/** The message to a worker. The worker signals on `begun` when it starts: its loading counts against no task. */
export type Task = { name: string; given: unknown; begun: MessagePort }

/** Returns the bundle beside the server's own, or the source in development, tests and commands. */
function workerFile() {
  const bundle = path.join(path.dirname(path.resolve(process.argv[1] ?? '')), 'parser.mjs')
  if (existsSync(bundle)) return { filename: bundle }
  const source = path.join(process.cwd(), 'lib', 'articles', 'commands', 'parser.ts')
  return { filename: source, execArgv: ['--import', 'tsx'] }
}

function problemOf(error: unknown): ProblemCode {
  if (error === LATE) return 'parse_too_slow'
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'parse_too_large'
  // A failure of the parser itself on a malformed page. Its message can quote the page.
  log().warn({ code, type: (error as Error).name, length: message?.length }, 'a parser failed')
  return 'parse_failed'
}

/**
 * Creates a pool of worker threads for work on strangers' text. A worker gets no environment and `memoryMb` of memory,
 * and each task a time limit. A worker that exceeds a limit is ended, and its task becomes a problem with a sentence.
 */
export function workerPool({ threads = THREADS, memoryMb = MEMORY_MB, idleMs = IDLE_MS }: Settings = {}) {
  // No task waits inside the pool: if a worker is ended, a task that waits for it there is lost.
  const limit = pLimit(threads)
  const waiting = new Set<AbortController>()
  const start = async () => {
    // Loaded on first use, to save memory in a server that only receives votes.
    const { Piscina } = await import('piscina')
    const pool = new Piscina({
      ...workerFile(),
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: idleMs,
      niceIncrement: NICE,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    // If a worker fails before it has a task, the pool notifies none of the tasks that wait for it.
    pool.on('error', (error) => {
      for (const task of waiting) task.abort(error)
    })
    return pool
  }
  let started: ReturnType<typeof start> | undefined
  let ended = false

  async function attempt<T>(name: string, given: unknown, ms: number): Promise<Outcome<T>> {
    if (ended) return refusal('busy')
    started ??= start()
    const pool = await started
    const task = new AbortController()
    const { port1, port2 } = new MessageChannel()
    waiting.add(task)
    let timer = setTimeout(() => task.abort(LATE), LOAD_MS)
    port1.once('message', () => {
      waiting.delete(task)
      clearTimeout(timer)
      timer = setTimeout(() => task.abort(LATE), ms)
    })
    try {
      const sent = { name, given, begun: port2 }
      return success((await pool.run(sent, { signal: task.signal, transferList: [port2] })) as T)
    } catch (error) {
      return refusal(ended ? 'busy' : problemOf(task.signal.reason ?? error))
    } finally {
      waiting.delete(task)
      clearTimeout(timer)
      port1.close()
    }
  }

  return {
    /**
     * Resolves to the answer of the worker's task `name`, at most `ms` milliseconds after it began. Refusals:
     * `parse_too_slow`, `parse_too_large`, `parse_failed`; `busy` when too many wait or the pool is ending.
     */
    async run<T>(name: string, given: unknown, ms = TASK_MS): Promise<Outcome<T>> {
      if (limit.pendingCount >= MAX_WAITING) return refusal('busy')
      return limit(() => attempt<T>(name, given, ms))
    },
    /** Resolves to the number of threads that exist now. */
    threads: async () => (await started)?.threads.length ?? 0,
    /** Ends every worker, even a busy one. */
    async end() {
      ended = true
      await (await started)?.destroy()
    },
  }
}

/** Returns the pool of this process. */
export const workers = () => oncePerProcess('workers', () => workerPool())
