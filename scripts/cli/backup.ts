/** `npm run backup -- FILE`: writes the whole database to one file, also while Avis runs. */
import { existsSync } from 'node:fs'
import type { How } from '../backups/backup'
import { endWith, withDatabase } from '../runtime/with-database'
import { commandArguments } from './arguments'

const FORMATS: readonly string[] = ['own', 'pg_dump'] satisfies How[]
const isFormat = (format: string): format is How => FORMATS.includes(format)

function readArguments(): { file: string; how?: How } {
  const {
    words: [file = ''],
    options: { format },
    misuse,
  } = commandArguments('backup')
  if (existsSync(file)) misuse(`${file} is there already: a backup takes the place of no other.`)
  if (format === undefined) return { file }
  return isFormat(format) ? { file, how: format } : misuse(`There is no format «${format}».`)
}

const { file, how } = readArguments()
await endWith(() =>
  withDatabase({ join: true, asItIs: true }, async ({ databaseUrl }) => {
    try {
      const { backup } = await import('../backups/backup')
      const made = await backup(databaseUrl, file, how)
      const rows = made.manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      console.log(
        `${file}: ${rows} rows of ${made.manifest.tables.length} tables, as of ${made.manifest.at}, by ` +
          (made.how === 'pg_dump' ? `pg_dump (keep ${file}.json with it)` : 'our own copy'),
      )
      // Erasures made by another machine must be on this one's list as well.
      const { completeList } = await import('../../lib/ballots/commands/erasure-log')
      await completeList()
      return 0
    } catch (error) {
      const { code: reason, message } = error as NodeJS.ErrnoException
      console.error(
        reason === 'ENOSPC' ? 'The disk is full: no backup was made.' : `No backup was made: ${message}`,
      )
      return 1
    }
  }),
)
