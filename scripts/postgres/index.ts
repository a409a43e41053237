import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries } from './binaries'
import { passwordIn, prepareCluster, SUPERUSER } from './cluster-folder'
import type { KeeperOrder, KeeperReport } from './keeper.mjs'
import { reachable, serverAccount } from './os-account'
import { commandOf } from './processes'
import { StartFailure } from './start-failure'

/** A running PostgreSQL server. */
export type Postgres = {
  /** Returns the connection string of one database of this server. */
  url(database: string): string
  /** Stops the server; open transactions are rolled back. */
  stop(): Promise<void>
  /** Resolves when the server has ended, whatever ended it. */
  ended: Promise<void>
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '256MB',
  max_connections: '100',
  max_wal_size: '1GB',
  log_min_messages: 'warning',
}

/** Below the ports that systems give out themselves (Linux from 32768, others from 49152). */
const PORTS = { first: 16_384, count: 16_384 }
const MAX_PORT_TRIES = 100

const canListen = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/**
 * Resolves to a port that is free now. The system gives it to nobody who asks for any port, so a server that ends and
 * starts again finds it free. Throws when a hundred random ones are taken.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < MAX_PORT_TRIES; tries++) {
    const port = randomInt(PORTS.first, PORTS.first + PORTS.count)
    if (await canListen(port)) return port
  }
  throw new Error('no free port was found')
}

/**
 * Returns the port of the server that another start runs on this data, if there is one. Returns `moving` while it
 * starts or stops.
 */
function runningPort(home: string): number | 'moving' | undefined {
  const pidFile = path.join(home, 'keeper.pid')
  if (!existsSync(pidFile)) return undefined
  const keeper = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  if (!commandOf(keeper)?.includes('keeper')) return undefined
  try {
    // PostgreSQL's own lock file names its port on the fourth line.
    return (
      Number(readFileSync(path.join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]) || 'moving'
    )
  } catch (error) {
    // Its keeper runs and its lock is missing: the server is about to start, or has just ended.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'moving'
    throw error
  }
}

function addressesOf(home: string, port: number): Postgres['url'] {
  const password = passwordIn(home)
  return (database) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
}

/** Milliseconds after which a server that is still running belongs to an Avis that runs. */
const LET_GO_MS = 10_000

/** Returns whether processes of a server that was just killed still hold its memory: they notice, and exit. */
const isStillHeld = (report: KeeperReport) => !report.ready && /pre-existing shared memory/.test(report.why)

/** Starts a keeper with its server. Resolves once the server is ready, or has ended. */
async function keep(order: KeeperOrder, hold: number | undefined) {
  const keeper = spawn(process.execPath, [path.join(import.meta.dirname, 'keeper.mjs')], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc', ...(hold === undefined ? [] : [hold])],
  })
  const gone = new Promise<void>((resolve) => keeper.once('exit', () => resolve()))
  const report = await new Promise<KeeperReport>((resolve) => {
    keeper.once('message', (message) => resolve(message as KeeperReport))
    keeper.once('exit', () => resolve({ ready: false, why: 'its keeper ended at once' }))
    keeper.send(order)
  })
  return { keeper, gone, report }
}

const never = new Promise<void>(() => undefined)

type StartOptions = {
  /** Server settings that extend or override the usual ones. */
  settings?: Record<string, string>
  /** Whether to join the server of another start, instead of refusing. */
  join?: boolean
  /** A fixed port, instead of any free one. */
  port?: number
  /** A descriptor of a pipe: the server stops when its other end closes, and outlives this process. */
  hold?: number | undefined
}

/**
 * Starts the PostgreSQL that came with npm on the data in `folder`, created on first use, on a free port. It stops when
 * `stop` is called or when this process ends; with `hold`, when that pipe closes. Throws StartFailure with one clear sentence.
 */
export async function startPostgres(
  folder: string,
  say: (line: string) => void,
  { settings = {}, join = false, port: given, hold }: StartOptions = {},
): Promise<Postgres> {
  const account = serverAccount(say)
  const home = reachable(account, folder, say)
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 })
  } catch (error) {
    throw new StartFailure(`The data folder ${home} cannot be made: ${(error as Error).message}`)
  }
  let running = runningPort(home)
  const joins = () => join && typeof running === 'number'
  // A start that was just killed takes its server with it, a little later than itself.
  for (
    const end = Date.now() + LET_GO_MS;
    running && !joins() && Date.now() < end;
    running = runningPort(home)
  )
    await sleep(100)
  if (join && typeof running === 'number')
    return { url: addressesOf(home, running), stop: async () => undefined, ended: never }
  if (running) throw new StartFailure(`Avis is already running on this data (${home}): stop that one first.`)
  const binaries = findBinaries(account, say)
  const cluster = await prepareCluster(home, binaries, account, say)
  const port = given ?? (await freePort())
  const order: KeeperOrder = {
    home,
    cluster,
    binaries: binaries.folder,
    port,
    account,
    settings: { ...SETTINGS, ...settings },
    held: hold !== undefined,
  }
  let kept = await keep(order, hold)
  for (
    const end = Date.now() + LET_GO_MS;
    isStillHeld(kept.report) && Date.now() < end;
    kept = await keep(order, hold)
  )
    await sleep(100)
  const { keeper, gone, report } = kept
  if (!report.ready) throw new StartFailure(`PostgreSQL did not start on ${cluster}: ${report.why}`)
  // The keeper must not keep this process alive; it learns of our end when the channel closes.
  keeper.unref()
  keeper.channel?.unref()
  return {
    url: addressesOf(home, port),
    ended: gone,
    stop: async () => {
      if (hold !== undefined) keeper.kill()
      else if (keeper.connected) keeper.disconnect()
      keeper.ref()
      await gone
    },
  }
}
