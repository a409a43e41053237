import { setTimeout as sleep } from 'node:timers/promises'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import { Client } from 'pg'
import { sessionAt } from '../lib/platform/db/database-url'
import { everything, migrationsOnDisk, schemaFiles, withEngine } from './engine'

/** Makes the database of `databaseUrl` if its server has none of that name. */
export async function createDatabase(databaseUrl: string, template?: string) {
  const url = new URL(databaseUrl)
  const name = decodeURIComponent(url.pathname.slice(1))
  url.pathname = '/postgres'
  const client = new Client(sessionAt(url.href))
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount) return
    const from = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : ''
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${from}`)
  } finally {
    await client.end()
  }
}

/** What waits for a lock has everybody behind it wait, who came to read or to vote. */
const LOCK_MS = 1_000
const LOCK_TRIES = 60
const MAX_PAUSE_MS = 2_000

/**
 * Returns whether a migration builds an index beside the traffic. It blocks no query, and may therefore wait for those
 * that block it.
 */
const isConcurrent = ({ migrationFile: { content } }: MigrationList['migrationDirectories'][number]) =>
  content.tag === 'ok' && /\bCONCURRENTLY\b/i.test(content.value)

/** Takes note that a migration that could not have its lock left nothing behind; it was one transaction. */
async function forgetFailed(databaseUrl: string, engine: SchemaEngine) {
  const client = new Client(sessionAt(databaseUrl))
  await client.connect()
  try {
    const { rows } = await client.query(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    )
    for (const { name } of rows) await engine.markMigrationRolledBack({ migrationName: name })
  } finally {
    await client.end()
  }
}

/** Applies the migrations of `list` that the database lacks, while it is in use; returns their names. */
export async function applyMigrations(databaseUrl: string, list: MigrationList): Promise<string[]> {
  const applied: string[] = []
  const directories = list.migrationDirectories
  // In runs of one kind: each kind waits for locks in its own way.
  const ends = directories.flatMap((one, at) => {
    const next = directories[at + 1]
    return !next || isConcurrent(next) !== isConcurrent(one) ? [at + 1] : []
  })
  for (const end of ends) {
    const migrationsList = { ...list, migrationDirectories: directories.slice(0, end) }
    const last = directories[end - 1]
    const limits = last && isConcurrent(last) ? {} : { lockMs: LOCK_MS }
    const apply = () =>
      withEngine(
        databaseUrl,
        async (engine) => {
          try {
            const done = await engine.applyMigrations({ migrationsList, filters: everything })
            applied.push(...done.appliedMigrationNames)
            return true
          } catch (error) {
            if (!/lock timeout|deadlock detected/.test(String((error as Error).message))) throw error
            await forgetFailed(databaseUrl, engine)
            return false
          }
        },
        limits,
      )
    for (let tries = 1; !(await apply()); tries++) {
      if (tries === LOCK_TRIES)
        throw new Error(
          'A migration did not get its locks: end what holds the tables for long, and start again.',
        )
      await sleep(Math.min(100 * tries, MAX_PAUSE_MS))
    }
  }
  return applied
}

/** Applies the migrations (the `wanted` ones) that the database lacks, in order; returns their names. */
export async function migrate(
  databaseUrl: string,
  wanted: (name: string) => boolean = () => true,
): Promise<string[]> {
  const list = migrationsOnDisk()
  const migrationDirectories = list.migrationDirectories.filter(({ path }) => wanted(path))
  return applyMigrations(databaseUrl, { ...list, migrationDirectories })
}

/** The SQL that leads from the migrations on disk to schema.prisma: nothing when they agree. */
export async function missingMigration(databaseUrl: string): Promise<string> {
  const difference = await withEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrationsOnDisk() },
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      exitCode: null,
      filters: everything,
    }),
  )
  const sql = difference.stdout ?? ''
  return sql.includes('This is an empty migration') ? '' : sql.trim()
}
