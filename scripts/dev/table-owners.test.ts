import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sources, sourceText } from './imports/graph'

const prisma = path.join(import.meta.dirname, '..', '..', 'prisma')
const schema = readFileSync(path.join(prisma, 'schema.prisma'), 'utf8')

/** The table of each model, by the model's name as Prisma's client spells it. */
const tables = new Map(
  [...schema.matchAll(/^model (\w+) \{[^}]*@@map\("(\w+)"\)/gm)].map(([, model = '', table = '']) => [
    model.charAt(0).toLowerCase() + model.slice(1),
    table,
  ]),
)
const isTable = new Set(tables.values())

/** Returns the tables that a source writes, in SQL or through Prisma's client. */
function written(text: string): string[] {
  const sql = text.matchAll(/\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+"?([a-z_]+)"?/g)
  const client = text.matchAll(/\.(\w+)\s*\.(?:create|update|upsert|delete)\w*\(/g)
  return [
    ...[...sql].map(([, name = '']) => name),
    ...[...client].map(([, model = '']) => tables.get(model) ?? ''),
  ].filter((table) => isTable.has(table))
}

/** Returns the module of a source of lib; of platform its part. */
const moduleOf = (file: string) => /^lib\/(platform\/\w+|\w+)\//.exec(file)?.[1]

/**
 * Returns the functions of the database by name, in their newest definition: the module that the comment before one names
 * as its owner, and its text.
 */
function databaseFunctions(): Map<string, { module: string; text: string }> {
  const migrations = path.join(prisma, 'migrations')
  const found = new Map<string, { module: string; text: string }>()
  for (const name of readdirSync(migrations)
    .filter((name) => /^\d/.test(name))
    .sort()) {
    const sql = readFileSync(path.join(migrations, name, 'migration.sql'), 'utf8')
    const functions = sql.matchAll(
      /(?:^--.*\n)*^CREATE (?:OR REPLACE )?FUNCTION (\w+)[\s\S]*?\$\$([\s\S]*?)\$\$/gm,
    )
    for (const [whole, called = '', text = ''] of functions)
      found.set(called, { module: /^-- lib\/(\w+):/.exec(whole)?.[1] ?? '', text })
  }
  return found
}

it('each table is written by one module alone', () => {
  const writers = new Map<string, Set<string>>()
  for (const file of sources()) {
    const module = moduleOf(file)
    if (!module || /\.test\.ts$/.test(file)) continue
    for (const table of written(sourceText(file)))
      writers.set(table, (writers.get(table) ?? new Set()).add(module))
  }
  for (const { module, text } of databaseFunctions().values())
    for (const table of written(text)) writers.set(table, (writers.get(table) ?? new Set()).add(module))
  // A table without a writer is dead, or is written where this test does not look.
  expect([...isTable].filter((table) => !writers.has(table))).toEqual([])
  expect(
    [...writers].filter(([, modules]) => modules.size > 1).map(([table, modules]) => [table, [...modules]]),
  ).toEqual([])
})
