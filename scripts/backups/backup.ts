import { open, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { sessionAt } from '../../lib/platform/db/database-url'
import type { Manifest, TableManifest } from './manifest'
import { dump, findTool } from './pg-tools'
import { migrationsOf, sequencesOf, takeStock } from './tables'
import { writeOwn } from './zip-format'

/** The program that writes a backup: `pg_dump`, or `own` for our own format. */
export type How = 'pg_dump' | 'own'
/** The backup that was written. */
export type Made = { how: How; manifest: Manifest }

/** Returns the name of the manifest beside a file of pg_dump: our own format has these counts and hashes within. */
export const manifestBeside = (file: string) => `${file}.json`

/** Flushes the file to disk, and its directory entry too. A backup that a power cut can take away is none. */
async function settle(file: string) {
  for (const place of [file, path.dirname(file)]) {
    const handle = await open(place)
    await handle.sync()
    await handle.close()
  }
}

/**
 * Writes a snapshot of the whole database to `file`, while it is in use. It uses pg_dump where the machine has one that
 * is new enough, else (or if `how` says so) our own format. The file is written whole, or not at all.
 */
export async function backup(databaseUrl: string, file: string, how?: How): Promise<Made> {
  const client = new Client(sessionAt(databaseUrl))
  await client.connect()
  const part = `${file}.part`
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0')
    const { rows } = await client.query(
      `SELECT current_setting('server_version') AS server, current_setting('server_version_num')::int / 10000 AS major,
         pg_export_snapshot() AS snapshot, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`,
    )
    const { server, major, snapshot, at } = rows[0]
    const migrations = await migrationsOf(client)
    const sequences = await sequencesOf(client)
    const manifestOf = (tables: TableManifest[]): Manifest => ({
      format: 'avis-backup-2',
      at,
      server,
      migrations,
      tables,
      sequences,
    })
    const tool = how === 'own' ? undefined : findTool('pg_dump', major)
    if (how === 'pg_dump' && !tool) throw new Error(`there is no pg_dump of version ${major} or newer`)
    const manifest = tool ? manifestOf(await takeStock(client)) : await writeOwn(client, part, manifestOf)
    if (tool) {
      // pg_dump keeps the permissions of an existing file: so only its owner can read what readers wrote.
      await writeFile(part, '', { mode: 0o600 })
      await dump(tool, databaseUrl, snapshot, part)
      await writeFile(manifestBeside(file), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    }
    await rename(part, file)
    await settle(file)
    return { how: tool ? 'pg_dump' : 'own', manifest }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await client.end()
  }
}
