import { Client } from 'pg'
import { everything, migrationsOnDisk, schemaFiles, withEngine } from './engine'

/** Makes the database of `databaseUrl` if its server has none of that name. */
export async function createDatabase(databaseUrl: string, template?: string) {
  const url = new URL(databaseUrl)
  const name = decodeURIComponent(url.pathname.slice(1))
  url.pathname = '/postgres'
  const client = new Client({ connectionString: url.href })
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

/** Applies the migrations (the `wanted` ones) that the database lacks, in order; returns their names. */
export async function migrate(
  databaseUrl: string,
  wanted: (name: string) => boolean = () => true,
): Promise<string[]> {
  const list = migrationsOnDisk()
  const migrationDirectories = list.migrationDirectories.filter(({ path }) => wanted(path))
  const done = await withEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList: { ...list, migrationDirectories }, filters: everything }),
  )
  return done.appliedMigrationNames
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
