/** The processes of a bench: starts and stops them. */
import { type ChildProcess, fork, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LoadOrder, LoadReport } from './load-order'

const READY_MS = 60_000

export type Server = { port: number; pid: number; child: ChildProcess; stop: () => Promise<void> }

const running = new Set<ChildProcess>()
// Also when the bench fails: what it started ends with it.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Runs `command` as a server on `port` and resolves once `path` responds. */
export async function startServer(
  command: string[],
  port: number,
  { path: ready = '/', ...options }: SpawnOptions & { path?: string } = {},
): Promise<Server> {
  const [program = '', ...given] = command
  const child = spawn(program, given, {
    stdio: ['ignore', 'ignore', 'inherit'],
    ...options,
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...options.env, PORT: String(port) },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const end = Date.now() + READY_MS
  for (;;) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`${command.join(' ')} did not start`)
    const answer = await fetch(`http://127.0.0.1:${port}${ready}`).catch(() => undefined)
    if (answer?.status === 200) break
    await sleep(100)
  }
  return { port, pid: child.pid as number, child, stop: () => stop(child) }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** Starts a separate process that carries out `order`. */
export async function load(order: LoadOrder): Promise<LoadReport> {
  const env = { ...process.env, ...(order.secret && { AVIS_SECRET: order.secret }) }
  const child = fork(path.join(import.meta.dirname, 'generator.ts'), {
    env,
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  })
  const report = once(child, 'message')
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the load generator ended with ${code}`)
  })
  child.send(order)
  const [value] = await Promise.race([report, gone])
  gone.catch(() => undefined)
  return value as LoadReport
}
