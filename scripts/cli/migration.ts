/** `npm run migration -- NAME`: writes the migration that brings the database to schema.prisma. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { missingMigration } from '../../prisma/migrate'
import { dangersOf } from '../../prisma/safety'
import { startPostgres } from '../postgres'
import { commandArguments } from './arguments'

const {
  words: [name = ''],
  misuse,
} = commandArguments('migration')
if (!/^[a-z][a-z0-9_]*$/.test(name)) misuse(`«${name}» is no name of small letters, digits and _.`)
const root = path.join(import.meta.dirname, '..', '..')
const postgres = await startPostgres(path.join(root, '.data', 'migration'), console.log, {
  settings: { fsync: 'off' },
})
try {
  const sql = await missingMigration(postgres.url('postgres'))
  if (!sql) {
    console.log('schema.prisma and the migrations agree: nothing to write.')
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = path.join(root, 'prisma', 'migrations', `${stamp}_${name}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'migration.sql'), `${sql}\n`)
    console.log(`Wrote ${path.relative(root, folder)}/migration.sql: read it before committing.`)
    for (const { statement, why } of dangersOf(sql)) console.log(`\n${statement}\n  ${why}`)
  }
} finally {
  await postgres.stop()
}
