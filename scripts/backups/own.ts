/** Our own file, where PostgreSQL's tools are not: a ZIP of what COPY writes of each table, and a manifest. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import yauzl from 'yauzl'
import yazl from 'yazl'
import { StartFailure } from '../postgres/failure'
import { type Manifest, manifest as schema, type TableManifest } from './manifest'
import { CANONICAL, setStyle } from './style'
import { copyOut, tablesOf } from './tables'

const MANIFEST = 'manifest.json'
const entryOf = (table: string) => `tables/${table}.copy`
/** A manifest larger than this is none. */
const MOST_MANIFEST = 10_000_000

/** Writes every table as of the transaction `client` is in, and what `manifestOf` makes of them. */
export async function writeOwn(
  client: Client,
  file: string,
  manifestOf: (tables: TableManifest[]) => Manifest,
): Promise<Manifest> {
  const zip = new yazl.ZipFile()
  const broken = new Promise<never>((_, reject) => zip.once('error', reject))
  const written = pipeline(zip.outputStream, createWriteStream(file, { mode: 0o600, flush: true }))
  const work = async () => {
    await setStyle(client, CANONICAL)
    const tables: TableManifest[] = []
    for (const table of await tablesOf(client))
      tables.push(
        await copyOut(client, table, {
          into: (rows) => {
            zip.addReadStream(rows, entryOf(table.name))
            return finished(rows)
          },
        }),
      )
    const manifest = manifestOf(tables)
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST)
    zip.end()
    await written
    return manifest
  }
  // A disk that fills up ends the writing, and nothing would read the rows any more.
  return Promise.race([work(), broken, written.then(() => new Promise<never>(() => undefined))])
}

async function openEntries(file: string) {
  const zip = await yauzl.openPromise(file, { autoClose: false })
  const entries = new Map<string, yauzl.Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  const read = async (name: string) => {
    const entry = entries.get(name)
    if (!entry) throw new StartFailure(`${file} is incomplete: ${name} is missing.`)
    return { stream: await zip.openReadStreamPromise(entry), bytes: entry.uncompressedSize }
  }
  return { read, close: () => zip.close() }
}

/** What the file says it holds. Throws StartFailure when it is no backup, or a damaged one. */
export async function readOwn(file: string): Promise<Manifest> {
  const zip = await openEntries(file)
  try {
    const { stream, bytes } = await zip.read(MANIFEST)
    if (bytes > MOST_MANIFEST) throw new StartFailure(`${file} is not a backup of Avis.`)
    const text = Buffer.concat(await stream.toArray()).toString()
    return schema.parse(JSON.parse(text))
  } finally {
    zip.close()
  }
}

/**
 * Puts the file's rows into the tables, which are there and empty, in the transaction `client` is in. Throws
 * StartFailure when they are not those that the manifest was made of.
 */
export async function loadOwn(client: Client, file: string, { tables, sequences }: Manifest): Promise<void> {
  await setStyle(client, CANONICAL)
  const zip = await openEntries(file)
  try {
    for (const { name, columns, sha256 } of tables) {
      const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
      const { stream } = await zip.read(entryOf(name))
      const hash = createHash('sha256')
      const heard = new Transform({
        transform(chunk, _encoding, done) {
          hash.update(chunk)
          done(null, chunk)
        },
      })
      const copy = client.query(from(`COPY ${client.escapeIdentifier(name)} (${list}) FROM STDIN`))
      await pipeline(stream, heard, copy)
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
    zip.close()
  }
}
