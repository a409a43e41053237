/** `npm run restore -- FILE`: restores a backup into an empty database, checked row by row. Avis must be stopped. */
import type { Sources } from '../backups/gather-erasures'
import { endWith, withDatabase } from '../runtime/with-database'
import { commandArguments } from './arguments'

/** Repeats the erasures of readers, and checks every row; returns the exit code. */
async function settle(sources: Sources): Promise<number> {
  const { reapplyErasures } = await import('../backups/reapply-erasures')
  const { checkData } = await import('../../lib/operations/data-check')
  const { texts, ballots, undecided } = await reapplyErasures(sources)
  console.log(`Erased again what readers had erased since: ${texts} texts, ${ballots} ballots.`)
  if (undecided)
    console.log(
      `${undecided} of these ballots were noted by an older Avis, which did not say whether they left the count: ` +
        'their consultations were open then.',
    )
  const { surveys, faults } = await checkData()
  for (const { invariant, row, wrong } of faults) console.log(`${row} ${wrong} («${invariant}»)`)
  console.log(faults.length ? `${faults.length} rows are wrong.` : `Nothing wrong in ${surveys} surveys.`)
  return faults.length ? 1 : 0
}

const {
  words: [file = ''],
  options: { replace, erasures },
} = commandArguments('restore')
await endWith(() =>
  withDatabase({ asItIs: true }, async ({ databaseUrl }) => {
    const { restore } = await import('../backups/restore')
    const { manifest, aside, migrations, uncompared } = await restore(databaseUrl, file, replace)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`Restored ${rows} rows as of ${manifest.at}; ${migrations.length} newer migrations applied.`)
    if (uncompared.length)
      console.log(
        `Counted but not compared row by row, since this server lacks the locale of the one that made the backup: ` +
          `${uncompared.join(', ')}.`,
      )
    if (aside) console.log(`What was there before is in the schema ${aside}: drop it when you are sure.`)
    return settle({ aside, at: manifest.at, given: erasures })
  }),
)
