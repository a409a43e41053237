import { open, readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { sessionAt } from '../../lib/platform/db/database-url'
import { migrationsOnDisk } from '../../prisma/engine'
import { migrate } from '../../prisma/migrate'
import { StartFailure } from '../postgres/start-failure'
import { manifestBeside } from './backup'
import { clearTarget, letGo, takeBack, withoutKeys } from './clear-database'
import { compareFirstFormat } from './legacy-format'
import { type Manifest, manifest as schema } from './manifest'
import { findTool, undump } from './pg-tools'
import { differences, takeStock } from './tables'
import { loadOwn, readOwn } from './zip-format'

const PG_DUMP = 'PGDMP'
const ZIP = 'PK'

async function formatOf(file: string): Promise<'pg_dump' | 'own'> {
  const handle = await open(file).catch(() => {
    throw new StartFailure(`There is no file ${file} that can be read.`)
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PG_DUMP.length), 0, PG_DUMP.length, 0)
    const start = buffer.subarray(0, bytesRead).toString('latin1')
    if (start === PG_DUMP) return 'pg_dump'
    if (start.startsWith(ZIP)) return 'own'
    throw new StartFailure(`${file} is not a backup of Avis.`)
  } finally {
    await handle.close()
  }
}

async function readManifest(file: string, format: 'pg_dump' | 'own'): Promise<Manifest> {
  try {
    if (format === 'own') return await readOwn(file)
    return schema.parse(JSON.parse(await readFile(manifestBeside(file), 'utf8')))
  } catch (error) {
    if (error instanceof StartFailure) throw error
    const where = format === 'own' ? file : manifestBeside(file)
    throw new StartFailure(`${where} cannot be read, or is not of a backup of Avis.`)
  }
}

/** Refuses a backup of a newer Avis: it has migrations that this version does not know. */
function checkMigrations({ migrations }: Manifest) {
  const known = new Set(migrationsOnDisk().migrationDirectories.map(({ path }) => path))
  const unknown = migrations.filter((name) => !known.has(name))
  if (unknown.length)
    throw new StartFailure(`The backup is of a newer Avis: it has the migration ${unknown[0]}. Update first.`)
}

/** Throws StartFailure unless the rows match the manifest. Resolves to the tables that could only be counted. */
async function verify(client: Client, { format, tables }: Manifest): Promise<string[]> {
  const found =
    format === 'avis-backup-1'
      ? await compareFirstFormat(client, tables)
      : { differences: differences(tables, await takeStock(client)), uncompared: [] }
  if (found.differences.length)
    throw new StartFailure(`The backup is damaged: ${found.differences.slice(0, 3).join('; ')}.`)
  return found.uncompared
}

async function loadRows(client: Client, databaseUrl: string, file: string, manifest: Manifest) {
  const wanted = new Set(manifest.migrations)
  await migrate(databaseUrl, (name) => wanted.has(name))
  await client.query('BEGIN')
  await withoutKeys(client, () => loadOwn(client, file, manifest))
  const uncompared = await verify(client, manifest)
  await client.query('COMMIT')
  return uncompared
}

async function loadDump(client: Client, databaseUrl: string, file: string, manifest: Manifest) {
  const { rows } = await client.query(`SELECT current_setting('server_version_num')::int / 10000 AS major`)
  const tool = findTool('pg_restore', rows[0].major)
  if (!tool)
    throw new StartFailure(`${file} is of pg_dump: it takes a pg_restore of version ${rows[0].major}.`)
  await undump(tool, databaseUrl, file)
  return verify(client, manifest)
}

/** The restore that was done. */
export type Restored = {
  manifest: Manifest
  /** The schema in which the previous data is kept. */
  aside: string | undefined
  migrations: string[]
  /** Tables of the first format whose rows could be counted but not compared. */
  uncompared: string[]
}

/**
 * Restores a backup into an empty database, or into the one named by `replace`, whose data is then set aside. Then
 * applies the missing migrations. The result is compared with the backup row by row. If anything fails, everything is
 * as it was before. Throws StartFailure with one clear sentence.
 */
export async function restore(databaseUrl: string, file: string, replace?: string): Promise<Restored> {
  const format = await formatOf(file)
  const manifest = await readManifest(file, format)
  checkMigrations(manifest)
  const client = new Client(sessionAt(databaseUrl))
  await client.connect()
  try {
    await client.query('SET statement_timeout = 0')
    const before = await clearTarget(client, replace)
    try {
      const load = format === 'own' ? loadRows : loadDump
      const uncompared = await load(client, databaseUrl, file, manifest)
      const migrations = await migrate(databaseUrl)
      return { manifest, aside: await letGo(client, before), migrations, uncompared }
    } catch (error) {
      await client.query('ROLLBACK')
      await takeBack(client, before)
      if (error instanceof StartFailure) throw error
      throw new StartFailure(`The backup could not be put back: ${(error as Error).message.split('\n')[0]}`)
    }
  } finally {
    await client.end()
  }
}
