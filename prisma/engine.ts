import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm'
import { Client, type QueryResult } from 'pg'
import { sessionAt } from '../lib/platform/db/database-url'

const require = createRequire(import.meta.url)
const folder = import.meta.dirname
const migrationsFolder = path.join(folder, 'migrations')

export const everything: SchemaFilter = { externalTables: [], externalEnums: [] }

export function schemaFiles() {
  const file = path.join(folder, 'schema.prisma')
  return [{ path: file, content: readFileSync(file, 'utf8') }]
}

/** The migrations on disk, oldest first, in the form the engine reads. */
export function migrationsOnDisk(): MigrationList {
  const names = readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir: migrationsFolder,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok',
          value: readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  }
}

/**
 * Stands for a semicolon on its way through the adapter, which cuts scripts at each one: within a function's body too,
 * and into statements that are no longer one transaction. No migration has a character of private use.
 */
const HELD_SEMICOLON = '\u{f8ff}'

const CHAR_OID = 18
const UUID_OID = 2950

/**
 * The engine reads the catalogue's one-byte `"char"` columns, a type the driver adapter refuses. They
 * travel through it as a type it lets pass untouched (the catalogue has no uuid) and arrive as characters.
 */
class CatalogueClient extends Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads `query` nine ways, and all of them pass through
  override query(...given: any[]): any {
    if (typeof given[0] === 'string') given[0] = given[0].replaceAll(HELD_SEMICOLON, ';')
    const done = given.at(-1)
    if (typeof done === 'function') {
      given[given.length - 1] = (error: Error | null, result?: QueryResult) => {
        for (const field of result?.fields ?? []) {
          if (field.dataTypeID === CHAR_OID) field.dataTypeID = UUID_OID
        }
        done(error, result)
      }
    }
    return super.query(...(given as [string]))
  }
}

type Limits = {
  /** How long a statement may wait for a lock; behind it in the queue everybody waits. None: for ever. */
  lockMs?: number
}

async function connect(databaseUrl: string, opened: Connection[], limits: Limits): Promise<Connection> {
  const session = sessionAt(databaseUrl, { lock_timeout: limits.lockMs ?? 0 })
  const adapter = new PrismaPg({ ...session, max: 2, Client: CatalogueClient })
  const connection = await adapter.connect()
  const queryRaw = connection.queryRaw.bind(connection)
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query)
    result.columnTypes.forEach((type, column) => {
      if (type !== ColumnTypeEnum.Uuid) return
      result.columnTypes[column] = ColumnTypeEnum.Character
      // A zero byte, which the driver gives as '', is the catalogue's «none».
      for (const row of result.rows) row[column] ||= null
    })
    return result
  }
  const executeScript = connection.executeScript.bind(connection)
  connection.executeScript = (script) => executeScript(script.replaceAll(';', HELD_SEMICOLON))
  const dispose = connection.dispose.bind(connection)
  let disposed: Promise<void> | undefined
  // The engine lets go of some of its connections, but not of all.
  connection.dispose = () => {
    disposed ??= dispose()
    return disposed
  }
  opened.push(connection)
  return connection
}

type Connection = Awaited<ReturnType<PrismaPg['connect']>>

const SHADOW_DATABASE = 'avis_shadow'

function adapterFor(
  databaseUrl: string,
  opened: Connection[],
  limits: Limits,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: 'avis-catalogue',
    connect: () => connect(databaseUrl, opened, limits),
    // The adapter's own shadow connection keeps the connection string, and so would open the main database.
    connectToShadowDb: async () => {
      const url = new URL(databaseUrl)
      url.pathname = `/${SHADOW_DATABASE}`
      const main = await connect(databaseUrl, [], limits)
      await main.executeScript(`DROP DATABASE IF EXISTS ${SHADOW_DATABASE}`)
      await main.executeScript(`CREATE DATABASE ${SHADOW_DATABASE}`)
      await main.dispose()
      return connect(url.href, opened, limits)
    },
  }
}

async function loadGlue() {
  const module = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'))
  const bytes = readFileSync(path.join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': module as unknown as WebAssembly.ModuleImports,
  })
  module.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return module
}

/** The glue keeps views of one instance's memory: there is one instance in a process. */
let glue: ReturnType<typeof loadGlue> | undefined

/**
 * Runs `work` with Prisma's own schema engine, in WebAssembly and over the ordinary driver: the
 * binary the CLI would download is not reachable on every network (docs/decisions/migrations.md).
 */
export async function withEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
  limits: Limits = {},
): Promise<T> {
  glue ??= loadGlue()
  const opened: Connection[] = []
  const engine = await (await glue).SchemaEngine.new(
    { datamodels: schemaFiles().map((file) => [file.path, file.content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapterFor(databaseUrl, opened, limits)),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    await Promise.all(opened.map((connection) => connection.dispose()))
  }
}
