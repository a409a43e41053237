import { existsSync } from 'node:fs'
import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import pLimit from 'p-limit'
import { type Outcome, type ProblemCode, refusal, success } from '../http/problem-codes'
import { log } from '../telemetry/log'
import { oncePerProcess } from './per-process'

/** Two, so that one slow page does not hold up an editor's; more would take the processor from readers' votes. */
const THREADS = 2
/** The largest page that is let in needs about half of it. */
const MEMORY_MB = 256
/** A worker without work is ended after this long: at rest the server keeps none. */
const IDLE_MS = 30_000
/** For a task once it has begun. An ordinary page takes a twentieth of it. */
export const TASK_MS = 5_000
/** Lowers a worker's priority below the thread that takes votes. Outside Linux it would lower the whole process. */
const NICE = process.platform === 'linux' ? 5 : 0
/** The time limit for loading the parsers, on a busy machine. */
const LOAD_MS = 30_000
/** How many tasks may wait for a worker. Later callers are told to retry. */
const MOST_WAITING = 100

const LATE = Symbol('late')

type Settings = { threads?: number; memoryMb?: number; idleMs?: number }
/** What a worker is sent. It says on `begun` when it starts: loading it counts against no task. */
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
  // The parser's own failure on a page in bad shape. Its message can quote the page.
  log().warn({ code, type: (error as Error).name, length: message?.length }, 'a parser failed')
  return 'parse_failed'
}

/**
 * Makes a pool of worker threads for work on what others wrote. A worker gets no environment, `memoryMb` of memory,
 * and each task a time limit; one that passes a limit is ended, and its task is a problem with a sentence.
 */
export function workerPool({ threads = THREADS, memoryMb = MEMORY_MB, idleMs = IDLE_MS }: Settings = {}) {
  // Nothing waits inside the pool: if a worker is ended, a task that waits for it there is lost.
  const limit = pLimit(threads)
  const waiting = new Set<AbortController>()
  const start = async () => {
    // Loaded on first use, to save memory in a server that only takes votes.
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
    // A worker that fails before it has a task: none of those that wait for one would be told.
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
     * The answer of the worker's task `name`, `ms` milliseconds after it began at the latest. Refusals:
     * `parse_too_slow`, `parse_too_large`, `parse_failed`; `busy` when too many wait or the pool is ending.
     */
    async run<T>(name: string, given: unknown, ms = TASK_MS): Promise<Outcome<T>> {
      if (limit.pendingCount >= MOST_WAITING) return refusal('busy')
      return limit(() => attempt<T>(name, given, ms))
    },
    /** The threads there are now. */
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
