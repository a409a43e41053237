/**
 * Verifies backups of the first format. They hash what COPY wrote in the session of their server. That depends on its
 * time zone, its form of bytes and the order of its collation, none of which the manifest names. These are found by
 * trying. Avis never ran under a DateStyle other than ISO.
 */
import type { Client } from 'pg'
import { CANONICAL, type Style, setStyle } from './copy-settings'
import type { TableManifest } from './manifest'
import { copyOut, type Shape, tablesOf } from './tables'

const BYTEA_OUTPUTS = ['hex', 'escape']
/**
 * From 1 up a float is written as short as it can be. 0 was the default before, and the other values are not in use.
 */
const FLOAT_DIGITS = ['1', '0']

type Found = { differences: string[]; uncompared: string[] }
type Pair = { wanted: TableManifest; shape: Shape }

/** Resolves to the styles to try, the most probable first: this server's own zone, then UTC, then every other zone. */
async function stylesToTry(client: Client): Promise<Style[]> {
  const { rows } = await client.query<{ zone: string }>(
    `SELECT name AS zone FROM pg_timezone_names WHERE name !~ '^(posix|right)/'
     ORDER BY name <> (SELECT reset_val FROM pg_settings WHERE name = 'TimeZone'), name <> 'UTC', name`,
  )
  return FLOAT_DIGITS.flatMap((extra_float_digits) =>
    BYTEA_OUTPUTS.flatMap((bytea_output) =>
      rows.map(({ zone }) => ({ ...CANONICAL, timezone: zone, bytea_output, extra_float_digits })),
    ),
  )
}

const same = async (client: Client, { wanted, shape }: Pair, collation: string | null) =>
  (await copyOut(client, shape, { collation, whole: true })).sha256 === wanted.sha256

/**
 * Resolves to whether all tables match the manifest in one style. The smallest come first, since most styles fail
 * there.
 */
async function isStyle(client: Client, pairs: Pair[], style: Style) {
  await setStyle(client, style)
  for (const pair of pairs) if (!(await same(client, pair, null))) return false
  return true
}

/** Resolves to the tables that match the manifest in none of the collations. */
async function inNoOrder(client: Client, pairs: Pair[], collations: (string | null)[]) {
  const left: string[] = []
  for (const pair of pairs) {
    let found = false
    for (const collation of collations) {
      found = await same(client, pair, collation)
      if (found) break
    }
    if (!found) left.push(pair.wanted.name)
  }
  return left
}

/** Resolves to a digest of the tables in the style of the session. Zones with the same clocks need not all be tried. */
async function digestOf(client: Client, pairs: Pair[]) {
  const digests: string[] = []
  for (const { shape } of pairs) digests.push((await copyOut(client, shape, { whole: true })).sha256)
  return digests.join(' ')
}

/** Resolves to the collations of this server in which keys can be sorted: its own first (null), then C. */
async function collationsToTry(client: Client): Promise<(string | null)[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT collname AS name FROM pg_collation
     WHERE collisdeterministic AND collencoding IN (-1, pg_char_to_encoding(getdatabaseencoding()))
       AND collnamespace = 'pg_catalog'::regnamespace AND collname NOT IN ('default', 'C', 'POSIX')
     ORDER BY collname`,
  )
  return [null, 'C', ...rows.map(({ name }) => name)]
}

/**
 * Compares the database with a manifest of the first format. Tables whose keys hold text are hashed in the order of a
 * locale. Where this server has no such locale they are `uncompared`, and only their rows are counted.
 */
export async function compareFirstFormat(client: Client, tables: TableManifest[]): Promise<Found> {
  const shapes = new Map((await tablesOf(client)).map((shape) => [shape.name, shape]))
  const differences: string[] = []
  const pairs: Pair[] = []
  for (const wanted of tables) {
    const shape = shapes.get(wanted.name)
    if (!shape) {
      differences.push(`${wanted.name} is missing`)
      continue
    }
    const { rows } = await client.query(
      `SELECT count(*) AS rows FROM ${client.escapeIdentifier(wanted.name)}`,
    )
    if (Number(rows[0].rows) !== wanted.rows)
      differences.push(`${wanted.name} has ${rows[0].rows} rows, the backup says ${wanted.rows}`)
    else if (wanted.rows) pairs.push({ wanted, shape })
  }
  if (differences.length) return { differences, uncompared: [] }
  pairs.sort((one, other) => one.wanted.rows - other.wanted.rows)
  const plain = pairs.filter(({ shape }) => !shape.textual.length)
  const textual = pairs.filter(({ shape }) => shape.textual.length)
  const collations = textual.length ? await collationsToTry(client) : []
  const seen = new Set<string>()
  let uncompared: string[] | undefined
  for (const style of await stylesToTry(client)) {
    if (!(await isStyle(client, plain, style))) continue
    const digest = await digestOf(client, textual)
    if (seen.has(digest)) continue
    seen.add(digest)
    const left = await inNoOrder(client, textual, collations)
    if (!uncompared || left.length < uncompared.length) uncompared = left
    if (!left.length) break
  }
  if (!uncompared) return { differences: ['its rows are in no session as the backup says'], uncompared: [] }
  return { differences, uncompared }
}
