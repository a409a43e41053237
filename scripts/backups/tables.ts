import { createHash } from 'node:crypto'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { to } from 'pg-copy-streams'
import { CANONICAL, setStyle } from './copy-settings'
import type { Manifest, TableManifest } from './manifest'

/** The migration engine's own table: the manifest lists the migrations instead. */
const MIGRATIONS = '_prisma_migrations'

/** A table with the columns that it stores. */
export type Shape = {
  name: string
  columns: string[]
  /** The columns of the primary key, in its order. */
  key: string[]
  /** The columns of the key whose order depends on a collation. */
  textual: string[]
}

const quoted = (client: Client, names: string[]) =>
  names.map((name) => client.escapeIdentifier(name)).join(', ')

/** Resolves to every table with the columns it stores and those of its primary key, by name. */
export async function tablesOf(client: Client): Promise<Shape[]> {
  const { rows } = await client.query<Shape>(
    `SELECT c.relname AS name,
       array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns,
       coalesce((
         SELECT array_agg(k.attname::text ORDER BY place)
         FROM pg_index i, unnest(i.indkey::int[]) WITH ORDINALITY AS key (attnum, place)
         JOIN pg_attribute k ON k.attnum = key.attnum
         WHERE i.indrelid = c.oid AND i.indisprimary AND k.attrelid = c.oid
       ), '{}') AS key,
       coalesce((
         SELECT array_agg(k.attname::text)
         FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
         WHERE i.indrelid = c.oid AND i.indisprimary AND k.attcollation <> 0
       ), '{}') AS textual
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> $1
     GROUP BY c.oid, c.relname ORDER BY c.relname`,
    [MIGRATIONS],
  )
  return rows
}

/** Resolves to the migrations of this database, oldest first; to none where it has none of ours. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows: there } = await client.query(`SELECT to_regclass('public.${MIGRATIONS}') AS found`)
  if (!there[0].found) return []
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM ${MIGRATIONS} WHERE finished_at IS NOT NULL ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

/** Resolves to the state of every sequence. */
export async function sequencesOf(client: Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; last: string; called: boolean }>(
    `SELECT sequencename AS name, coalesce(last_value, start_value)::text AS last, last_value IS NOT NULL AS called
     FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  )
  return rows
}

/**
 * Tables without rows in a backup. Refused forms with what readers typed are deleted within the hour, and must not be
 * kept.
 */
export const LEFT_OUT = ['form_draft']

type Copying = {
  into?: (rows: Readable) => Promise<unknown>
  /** The collation by which text in keys is sorted: C, which is the same everywhere; null for the database's own. */
  collation?: string | null
  /** Also the rows of tables that are left out of backups. */
  whole?: boolean
}

/**
 * Streams the rows of a table through `into`, and resolves to their entry in a manifest. A client copies only one table
 * at a time. The text of the rows is in the style of the session (copy-settings.ts). Rows pass in chunks: memory does not grow
 * with them.
 */
export async function copyOut(
  client: Client,
  { name, columns, key, textual }: Shape,
  { into, collation = 'C', whole = false }: Copying = {},
): Promise<TableManifest> {
  const sorted = key.map((column) => {
    const collate =
      collation && textual.includes(column) ? ` COLLATE ${client.escapeIdentifier(collation)}` : ''
    return client.escapeIdentifier(column) + collate
  })
  const order = sorted.length ? ` ORDER BY ${sorted.join(', ')}` : ''
  const none = LEFT_OUT.includes(name) && !whole ? ' WHERE false' : ''
  const select = `SELECT ${quoted(client, columns)} FROM ${client.escapeIdentifier(name)}${none}${order}`
  const copy = client.query(to(`COPY (${select}) TO STDOUT`))
  const hash = createHash('sha256')
  const heard = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, into ? chunk : undefined)
    },
  })
  heard.resume()
  if (into) heard.pause()
  await Promise.all([pipeline(copy, heard), into?.(heard)])
  return { name, columns, rows: copy.rowCount, sha256: hash.digest('hex') }
}

/** Resolves to the content of the database in the transaction of `client`, whatever its session is set to. */
export async function takeStock(client: Client): Promise<TableManifest[]> {
  await setStyle(client, CANONICAL)
  const stock: TableManifest[] = []
  for (const table of await tablesOf(client)) stock.push(await copyOut(client, table))
  return stock
}

/** Returns how the tables differ from the wanted ones, one sentence each. */
export function differences(wanted: TableManifest[], there: TableManifest[]): string[] {
  const found = new Map(there.map((table) => [table.name, table]))
  return wanted.flatMap(({ name, rows, sha256 }) => {
    const table = found.get(name)
    if (!table) return [`${name} is missing`]
    if (table.rows !== rows) return [`${name} has ${table.rows} rows, the backup says ${rows}`]
    return table.sha256 === sha256 ? [] : [`${name} has other rows than the backup says`]
  })
}
