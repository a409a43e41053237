/** `npm run backup -- FILE`: the whole database as one file, also while Avis runs. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { How } from './backups/backup'
import { endWith, withGround } from './on-ground'

const USAGE = `npm run backup -- FILE          with pg_dump where there is one new enough, else as a file of our own
  --format own|pg_dump          one of them`

function readArguments(): { file: string; how?: How } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { format: { type: 'string' } },
    })
    const [file, ...more] = positionals
    if (!file || more.length) throw new Error('Give one file to write.')
    if (existsSync(file)) throw new Error(`${file} is there already: a backup takes the place of no other.`)
    const { format } = values
    if (format === undefined) return { file }
    if (format !== 'own' && format !== 'pg_dump') throw new Error('There is no such format.')
    return { file, how: format }
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    process.exit(2)
  }
}

const { file, how } = readArguments()
await endWith(() =>
  withGround({ join: true, asItIs: true }, async ({ databaseUrl }) => {
    try {
      const { backup } = await import('./backups/backup')
      const made = await backup(databaseUrl, file, how)
      const rows = made.manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      console.log(
        `${file}: ${rows} rows of ${made.manifest.tables.length} tables, as of ${made.manifest.at}, by ` +
          (made.how === 'pg_dump' ? `pg_dump (keep ${file}.json with it)` : 'our own copy'),
      )
      // What was erased by another machine than this goes on this one's list as well.
      const { completeList } = await import('../lib/erasures')
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
