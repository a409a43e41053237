import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm'
import { Client, type QueryResult } from 'pg'

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

const CHAR_OID = 18
const BPCHAR_OID = 1042

/**
 * The engine reads the catalogue's one-byte `"char"` columns, a type the driver adapter does not know:
 * they are announced to it as one-character strings.
 */
class CatalogueClient extends Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads `query` nine ways, and all of them pass through
  override query(...given: any[]): any {
    const done = given.at(-1)
    if (typeof done === 'function') {
      given[given.length - 1] = (error: Error | null, result?: QueryResult) => {
        for (const field of result?.fields ?? []) {
          if (field.dataTypeID === CHAR_OID) field.dataTypeID = BPCHAR_OID
        }
        done(error, result)
      }
    }
    return super.query(...(given as [string]))
  }
}

const SHADOW_DATABASE = 'avis_shadow'

function adapterFor(databaseUrl: string): PrismaPg {
  const factory = new PrismaPg({ connectionString: databaseUrl, max: 2, Client: CatalogueClient })
  // The adapter's own shadow connection keeps the connection string, and so would open the main database.
  factory.connectToShadowDb = async () => {
    const url = new URL(databaseUrl)
    url.pathname = `/${SHADOW_DATABASE}`
    const main = await factory.connect()
    await main.executeScript(`DROP DATABASE IF EXISTS ${SHADOW_DATABASE}`)
    await main.executeScript(`CREATE DATABASE ${SHADOW_DATABASE}`)
    await main.dispose()
    return new PrismaPg({ connectionString: url.href, max: 2, Client: CatalogueClient }).connect()
  }
  return factory
}

/**
 * Runs `work` with Prisma's own schema engine, in WebAssembly and over the ordinary driver: the
 * binary the CLI would download is not reachable on every network (docs/decisions/migrations.md).
 */
export async function withEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>) {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const package_ = path.dirname(require.resolve('@prisma/schema-engine-wasm'))
  const bytes = readFileSync(path.join(package_, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  const engine = await glue.SchemaEngine.new(
    { datamodels: schemaFiles().map((file) => [file.path, file.content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapterFor(databaseUrl)),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
  }
}
