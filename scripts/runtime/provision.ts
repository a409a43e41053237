/** Provisions what every way of running Avis needs: a migrated database and a secret. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { sessionAt, wrongZone } from '../../lib/platform/db/database-url'
import { createDatabase, migrate } from '../../prisma/migrate'
import { startPostgres } from '../postgres'
import { StartFailure } from '../postgres/start-failure'

/** The folder of the built-in database and the secret. */
const DATA = path.resolve(process.env.AVIS_DATA || path.join(import.meta.dirname, '..', '..', '.data'))
const OLDEST_POSTGRES = 15

/** The database and the secret on which Avis runs. */
export type Provisioned = {
  databaseUrl: string
  secret: string
  stop: () => Promise<void>
  /** Resolves if the built-in database ends. */
  ended: Promise<void> | undefined
}

/**
 * Returns the signing secret of the environment. Beside the built-in database, one is created on first use and kept in
 * .data, readable only by its owner. A database elsewhere outlives this folder, and so must its readers' cookies: no
 * secret is created for it.
 */
function secretOf(say: (line: string) => void): string {
  if (process.env.AVIS_SECRET) return process.env.AVIS_SECRET
  const file = path.join(DATA, 'secret')
  if (!existsSync(file)) {
    if (process.env.DATABASE_URL)
      throw new StartFailure(
        'AVIS_SECRET is needed with DATABASE_URL: 32 characters or more that nobody knows, the same for every process. ' +
          'One that will do: openssl rand -base64 36',
      )
    mkdirSync(DATA, { recursive: true })
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 })
    say(
      `Made a signing secret in ${path.relative('.', file)}. Several processes must share one: set AVIS_SECRET for them.`,
    )
  }
  return readFileSync(file, 'utf8').trim()
}

/** Matches errors of a server that is not reachable or not ready yet, but not those of a wrong password or name. */
const AWAY = /^(?:ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|ENET|EPIPE|08|53|57)|terminated|timeout expired/
const FIRST_PAUSE_MS = 200
const MAX_PAUSE_MS = 5_000
const CONNECT_TIMEOUT_MS = 5_000

async function serverOf(url: string): Promise<{ version: number; zone: string }> {
  const client = new Client({ ...sessionAt(url), connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  // A broken connection rejects the query that waits for it.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('timezone') AS zone`,
    )
    return rows[0]
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Throws StartFailure unless `url` leads to a PostgreSQL that is new enough. Retries an unreachable one, for up to
 * `patience` seconds.
 */
async function checkServer(url: string, patience: number, say: (line: string) => void) {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new StartFailure(
      'DATABASE_URL is not an address of the form postgresql://user:password@host:5432/name.',
    )
  }
  const { host, pathname } = new URL(url)
  const end = Date.now() + patience * 1000
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, MAX_PAUSE_MS)) {
    try {
      const { version, zone } = await serverOf(url)
      if (version < OLDEST_POSTGRES)
        throw new StartFailure(
          `DATABASE_URL leads to PostgreSQL ${version}; Avis needs ${OLDEST_POSTGRES} or newer.`,
        )
      const wrong = wrongZone(zone)
      if (wrong) throw new StartFailure(wrong)
      return
    } catch (error) {
      if (error instanceof StartFailure) throw error
      const { code, message } = error as { code?: string; message: string }
      const left = end - Date.now()
      if (left <= 0 || !(AWAY.test(code ?? '') || AWAY.test(message)))
        throw new StartFailure(
          `DATABASE_URL: no connection to ${host}${pathname} (${message || code}). ` +
            'Check the address, the password and that the server runs; or unset it to use the built-in database.',
        )
      if (pause === FIRST_PAUSE_MS)
        say(`Waiting for the database at ${host}, ${patience} seconds at most (DATABASE_WAIT)…`)
      await sleep(Math.min(pause, left))
    }
  }
}

/** How to provision; see `provision`. */
export type ProvisionOptions = { join?: boolean; asItIs?: boolean; patience?: number; hold?: number }

/**
 * Resolves to a database (the one of DATABASE_URL, else the built-in one) with every migration applied. A tool may
 * `join` the built-in one while Avis runs on it. With `asItIs` no migration is applied. If the database of DATABASE_URL
 * is unreachable, retries for `patience` seconds. The built-in one stops when this process ends, or the pipe `hold` closes.
 */
export async function provision(
  say: (line: string) => void,
  { join = false, asItIs = false, patience = 0, hold }: ProvisionOptions = {},
): Promise<Provisioned> {
  const given = process.env.DATABASE_URL || undefined
  if (given) await checkServer(given, patience, say)
  const postgres = given ? undefined : await startPostgres(DATA, say, { join, hold })
  const databaseUrl = given ?? postgres?.url('avis') ?? ''
  try {
    const secret = secretOf(say)
    if (!given) await createDatabase(databaseUrl)
    const applied = asItIs
      ? []
      : await migrate(databaseUrl).catch((error: Error) => {
          const said = error.message.split('\n').slice(0, 2).join(' ').trim()
          throw new StartFailure(`The database could not be brought up to date: ${said}`)
        })
    if (applied.length)
      say(`Applied ${applied.length === 1 ? 'one migration' : `${applied.length} migrations`}.`)
    return { databaseUrl, secret, stop: async () => postgres?.stop(), ended: postgres?.ended }
  } catch (error) {
    await postgres?.stop()
    throw error
  }
}
