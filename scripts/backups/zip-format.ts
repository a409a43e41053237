/** Our own format, for machines without PostgreSQL's tools: a ZIP of what COPY writes of each table, and a manifest. */
import { createHash } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import { openZip, writeZip } from '../../lib/platform/runtime/zip'
import { StartFailure } from '../postgres/start-failure'
import { CANONICAL, setStyle } from './copy-settings'
import { type Manifest, manifest as schema, type TableManifest } from './manifest'
import { copyOut, tablesOf } from './tables'

const MANIFEST = 'manifest.json'
const entryOf = (table: string) => `tables/${table}.copy`
/** Limits the bytes of a manifest: a larger file is none. */
const MAX_MANIFEST = 10_000_000

/** Writes every table as the transaction of `client` sees it, and the manifest that `manifestOf` returns for them. */
export async function writeOwn(
  client: Client,
  file: string,
  manifestOf: (tables: TableManifest[]) => Manifest,
): Promise<Manifest> {
  await setStyle(client, CANONICAL)
  const zip = writeZip(file, 0o600)
  const tables: TableManifest[] = []
  for (const table of await tablesOf(client))
    tables.push(await copyOut(client, table, { into: (rows) => zip.add(entryOf(table.name), rows) }))
  const manifest = manifestOf(tables)
  await zip.add(MANIFEST, Readable.from([`${JSON.stringify(manifest, null, 2)}\n`], { objectMode: false }))
  await zip.end()
  return manifest
}

const incomplete = (file: string, name: string) =>
  new StartFailure(`${file} is incomplete: ${name} is missing.`)

/** Resolves to the file's manifest. Throws StartFailure when it is no backup, or a damaged one. */
export async function readOwn(file: string): Promise<Manifest> {
  const zip = await openZip(file)
  try {
    const bytes = zip.sizeOf(MANIFEST)
    if (bytes === undefined) throw incomplete(file, MANIFEST)
    if (bytes > MAX_MANIFEST) throw new StartFailure(`${file} is not a backup of Avis.`)
    const text = Buffer.concat(await zip.read(MANIFEST).toArray()).toString()
    return schema.parse(JSON.parse(text))
  } finally {
    await zip.close()
  }
}

/**
 * Loads the file's rows into the tables, which exist and are empty, in the transaction of `client`. Throws StartFailure
 * when the rows do not match the manifest.
 */
export async function loadOwn(client: Client, file: string, { tables, sequences }: Manifest): Promise<void> {
  await setStyle(client, CANONICAL)
  const zip = await openZip(file)
  try {
    for (const { name, columns, sha256 } of tables) {
      const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
      if (zip.sizeOf(entryOf(name)) === undefined) throw incomplete(file, entryOf(name))
      const hash = createHash('sha256')
      const heard = new Transform({
        transform(chunk, _encoding, done) {
          hash.update(chunk)
          done(null, chunk)
        },
      })
      const copy = client.query(from(`COPY ${client.escapeIdentifier(name)} (${list}) FROM STDIN`))
      await pipeline(zip.read(entryOf(name)), heard, copy)
      if (hash.digest('hex') !== sha256)
        throw new StartFailure(`The backup is damaged: ${name} has other rows than the backup says.`)
    }
    for (const { name, last, called } of sequences)
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
        client.escapeIdentifier(name),
        last,
        called,
      ])
  } finally {
    await zip.close()
  }
}
