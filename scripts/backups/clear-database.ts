import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { StartFailure } from '../postgres/start-failure'
import { tablesOf } from './tables'

/** Tables that migrations themselves fill: a database with nothing else in it is empty. */
const FROM_MIGRATIONS = new Set(['charter'])

async function rowsThere(client: Client): Promise<string[]> {
  const found: string[] = []
  for (const { name } of await tablesOf(client)) {
    if (FROM_MIGRATIONS.has(name)) continue
    const { rowCount } = await client.query(`SELECT FROM ${client.escapeIdentifier(name)} LIMIT 1`)
    if (rowCount) found.push(name)
  }
  return found
}

/** Milliseconds within which the connections of an Avis that was just stopped close. */
const LET_GO_MS = 2_000

async function usersOf(client: Client): Promise<number> {
  // Within a transaction every read would otherwise repeat the first result.
  await client.query('SELECT pg_stat_clear_snapshot()')
  const { rows } = await client.query(
    `SELECT count(*)::int AS others FROM pg_stat_activity WHERE datname = current_database()
       AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  )
  return rows[0].others
}

/** What was in the schema `public` before, and whether it was empty. */
export type Before = { aside: string; empty: boolean }

/**
 * Empties the schema `public`, unless it holds data and `replace` is not the database's name. Its content is set aside
 * under another name, and can be put back. Throws StartFailure.
 */
export async function clearTarget(client: Client, replace: string | undefined): Promise<Before> {
  const { rows } = await client.query(
    `SELECT current_database() AS name, to_char(now(), '"before_restore_"YYYYMMDDHH24MISS') AS aside`,
  )
  const { name, aside } = rows[0]
  let others = await usersOf(client)
  for (const end = Date.now() + LET_GO_MS; others > 0 && Date.now() < end; others = await usersOf(client))
    await sleep(50)
  if (others > 0)
    throw new StartFailure(`The database ${name} is in use (${others} connections): stop Avis first.`)
  const there = await rowsThere(client)
  if (there.length && replace !== name)
    throw new StartFailure(
      `The database ${name} is not empty (${there.slice(0, 3).join(', ')}…). ` +
        `To put the backup in its place: --replace ${name}`,
    )
  await client.query(`ALTER SCHEMA public RENAME TO ${aside}; CREATE SCHEMA public`)
  return { aside, empty: there.length === 0 }
}

/** Puts back what `clearTarget` set aside. */
export const takeBack = (client: Client, { aside }: Before) =>
  client.query(`DROP SCHEMA public CASCADE; ALTER SCHEMA ${aside} RENAME TO public`)

/** Drops what was set aside if it was empty; otherwise resolves to its schema. */
export async function letGo(client: Client, { aside, empty }: Before): Promise<string | undefined> {
  if (!empty) return aside
  await client.query(`DROP SCHEMA ${aside} CASCADE`)
  return undefined
}

type Key = { table: string; name: string; definition: string }

/**
 * Runs `work` with empty tables and without their foreign keys. Comments and decisions refer to each other, so no order
 * of tables is right. When a key is created again, PostgreSQL checks every row.
 */
export async function withoutKeys(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<Key>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  )
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  for (const { name } of await tablesOf(client))
    await client.query(`DELETE FROM ${client.escapeIdentifier(name)}`)
  await work()
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
}
