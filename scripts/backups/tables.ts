import { createHash } from 'node:crypto'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { to } from 'pg-copy-streams'
import type { Manifest, TableManifest } from './manifest'
import { CANONICAL, setStyle } from './style'

/** The engine's own: which migrations there are is said in the manifest. */
const MIGRATIONS = '_prisma_migrations'

export type Shape = {
  name: string
  columns: string[]
  /** Of the primary key, in its order. */
  key: string[]
  /** Those of the key whose order depends on a collation. */
  textual: string[]
}

const quoted = (client: Client, names: string[]) =>
  names.map((name) => client.escapeIdentifier(name)).join(', ')

/** Every table with the columns it stores, and those of its primary key, by name. */
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

/** The migrations this database has, oldest first; none where it has none of ours. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows: there } = await client.query(`SELECT to_regclass('public.${MIGRATIONS}') AS found`)
  if (!there[0].found) return []
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM ${MIGRATIONS} WHERE finished_at IS NOT NULL ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

export async function sequencesOf(client: Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; last: string; called: boolean }>(
    `SELECT sequencename AS name, coalesce(last_value, start_value)::text AS last, last_value IS NOT NULL AS called
     FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  )
  return rows
}

/** Refused forms with what readers typed: gone within the hour, and so not for keeping. */
export const LEFT_OUT = ['form_draft']

type Copying = {
  into?: (rows: Readable) => Promise<unknown>
  /** In which keys that hold text are put in order: C, the same everywhere; null for the database's own. */
  collation?: string | null
  /** Also the rows of tables that are left out of backups. */
  whole?: boolean
}

/**
 * Streams the rows of a table through `into`, and resolves to what they were. Only one table of a client at a time.
 * The text of the rows is in the style of the session (style.ts).
 * Rows go by in pieces: memory does not grow with them.
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

/** What is in the database as of the transaction that `client` is in, whatever its session is set to. */
export async function takeStock(client: Client): Promise<TableManifest[]> {
  await setStyle(client, CANONICAL)
  const stock: TableManifest[] = []
  for (const table of await tablesOf(client)) stock.push(await copyOut(client, table))
  return stock
}

/** How what is there differs from what was to be, a sentence each. */
export function differences(wanted: TableManifest[], there: TableManifest[]): string[] {
  const found = new Map(there.map((table) => [table.name, table]))
  return wanted.flatMap(({ name, rows, sha256 }) => {
    const table = found.get(name)
    if (!table) return [`${name} is missing`]
    if (table.rows !== rows) return [`${name} has ${table.rows} rows, the backup says ${rows}`]
    return table.sha256 === sha256 ? [] : [`${name} has other rows than the backup says`]
  })
}
