import { open, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { sessionAt } from '../../lib/platform/db/database-url'
import type { Manifest, TableManifest } from './manifest'
import { dump, findTool } from './pg-tools'
import { migrationsOf, sequencesOf, takeStock } from './tables'
import { writeOwn } from './zip-format'

export type How = 'pg_dump' | 'own'
export type Made = { how: How; manifest: Manifest }

/** What stands beside a file of pg_dump: the counts and hashes that our own file has within. */
export const manifestBeside = (file: string) => `${file}.json`

/** On disk, and its name too: a backup that a power cut takes away was none. */
async function settle(file: string) {
  for (const place of [file, path.dirname(file)]) {
    const handle = await open(place)
    await handle.sync()
    await handle.close()
  }
}

/**
 * Writes the whole database to `file` as of one moment, while it is in use: by pg_dump where the machine has one that
 * is new enough, else (or if `how` says so) as our own file. Whole, or not at all.
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
      // pg_dump leaves a file that is there its rights: nobody else reads what readers wrote.
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
