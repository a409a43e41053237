import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDatabase, migrate } from '../../prisma/migrate'
import { freePort, type Postgres, startPostgres } from '../postgres'
import { Load, type Remembered } from './voting-clients'

export type KillOptions = {
  /** A folder for the database, which is created there. */
  folder: string
  /** The arguments of `node` for the server; the environment holds its port and database. */
  server: string[]
  serverKills: number
  postgresKills: number
  clients: number
  say: (line: string) => void
}

export type KillReport = {
  serverKills: number
  postgresKills: number
  readers: number
  answered: number
  repeated: number
  /** The maximum time from a kill to the next acknowledged ballot, in milliseconds. */
  longestOutage: number
  /** Ballots that differ from what their readers were last told; this and the following must be empty. */
  lost: string[]
  doubled: number
  faults: string[]
}

const READY_MS = 60_000
/** The random time between kills, in milliseconds. */
const BETWEEN_MS = { least: 200, spread: 1_500 }

/** Acknowledged ballots that prove recovery before the next kill. */
const ENOUGH = 50

const SECRET = 'the secret of servers that are killed'

async function startServer(server: string[], env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, server, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, NODE_ENV: 'production', LOG_LEVEL: 'silent' },
  })
  for (const end = Date.now() + READY_MS; Date.now() < end; await sleep(50)) {
    if (child.exitCode !== null) throw new Error('the server ended while starting')
    const answer = await fetch(`http://127.0.0.1:${env.PORT}/readyz`).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return child
  }
  throw new Error('the server was not ready in time')
}

/** Returns the first process of the server and all that it started: otherwise those would finish their work. */
function processesOf(folder: string): number[] {
  const first = Number.parseInt(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10)
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const children = all.map((line) => line.trim().split(/\s+/).map(Number)).filter(([, of]) => of === first)
  return [first, ...children.map(([pid]) => pid ?? 0)]
}

type Stored = { receipt: string; cells: string[] }

/** Compares the database with what readers were told: ballots by the hash of their receipt. */
function compare(told: Remembered[], stored: Stored[], cellOf: (place: number) => string) {
  const byHash = new Map(stored.map(({ receipt, cells }) => [receipt, cells]))
  const known = new Set<string>()
  const lost = told.flatMap(({ receipt, place }) => {
    const hash = createHash('sha256').update(receipt).digest('hex')
    known.add(hash)
    const cells = byHash.get(hash)
    const kept = place === 'withdrawn' ? cells?.length === 0 : cells?.includes(cellOf(place))
    return kept
      ? []
      : [`${receipt}: told ${place}, found ${cells ? cells.join(' ') || 'withdrawn' : 'nothing'}`]
  })
  // Every reader has the response to their last request: a ballot without a reader is a reader's second one.
  return { lost, doubled: stored.filter(({ receipt }) => !known.has(receipt)).length }
}

/**
 * Kills the server and then PostgreSQL (signal 9, at random times, while readers vote, change and withdraw), and
 * restarts each. Checks that every reader finds their last acknowledged ballot, once, and that the counts and the chain
 * agree. The fault that a flush guards against, the machine losing power, is not tested.
 */
export async function surviveKills(options: KillOptions): Promise<KillReport> {
  const { folder, say } = options
  let postgres: Postgres = await startPostgres(folder, () => undefined)
  const url = postgres.url('avis_kills')
  const databasePort = Number(new URL(url).port)
  await createDatabase(url)
  await migrate(url)
  Object.assign(process.env, { DATABASE_URL: url, AVIS_SECRET: SECRET, LOG_LEVEL: 'silent' })
  const env = {
    DATABASE_URL: url,
    AVIS_SECRET: SECRET,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    // The load claims an address, as a proxy would, and may be as fast as it can.
    AVIS_PROXY_HOPS: '1',
    AVIS_VOTES_PER_SECOND: '1000000',
  }
  const { storedSurvey } = await import('../testing/surveys')
  const { choose } = await import('../testing/answers')
  const survey = await storedSurvey()
  const optionOf = (place: number) => choose(survey, 'single', place)

  let server = await startServer(options.server, env)
  const load = new Load({
    survey: `http://127.0.0.1:${env.PORT}/api/v1/surveys/${survey.view.slug}`,
    bodyOf: (place) => JSON.stringify({ answers: [optionOf(place)] }),
    places: 3,
    clients: options.clients,
  })
  let longestOutage = 0
  async function killed(what: string, kill: () => Promise<void>) {
    await load.more(ENOUGH)
    await sleep(BETWEEN_MS.least + Math.random() * BETWEEN_MS.spread)
    const begun = Date.now()
    await kill()
    await load.more(1)
    longestOutage = Math.max(longestOutage, Date.now() - begun)
    say(`${what}: answered again after ${Date.now() - begun} ms`)
  }

  try {
    for (let n = 1; n <= options.serverKills; n++)
      await killed(`server, ${n}`, async () => {
        const gone = once(server, 'exit')
        server.kill('SIGKILL')
        await gone
        server = await startServer(options.server, env)
      })
    for (let n = 1; n <= options.postgresKills; n++)
      await killed(`PostgreSQL, ${n}`, async () => {
        // All at once; one that has already ended does not prevent the others' kill.
        spawnSync('kill', ['-9', ...processesOf(folder).map(String)])
        await postgres.ended
        postgres = await startPostgres(folder, () => undefined, { port: databasePort })
      })
    await load.more(ENOUGH)
    await load.end()

    const { closeDb, db } = await import('../../lib/platform/db/client')
    const { checkOne } = await import('../../lib/operations/data-check')
    const stored = await db().$queryRaw<Stored[]>`
      SELECT encode(receipt_hash, 'hex') AS receipt, cells FROM ballot WHERE survey_id = ${survey.id}`
    const told = load.readers.flatMap(({ remembered }) => remembered ?? [])
    const found = await checkOne(survey.view.slug)
    await closeDb()
    return {
      serverKills: options.serverKills,
      postgresKills: options.postgresKills,
      readers: told.length,
      answered: load.answered,
      repeated: load.repeated,
      longestOutage,
      ...compare(told, stored, (place) => `o${optionOf(place).optionIds[0]}`),
      faults: (found ?? []).map(({ row, wrong }) => `${row} ${wrong}`),
    }
  } finally {
    server.kill('SIGKILL')
    await postgres.stop()
  }
}
