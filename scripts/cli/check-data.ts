/** `npm run check:data`: reports rows in impossible states, also while Avis runs. Ends with 1 if there are any. */
import { endWith, withDatabase } from '../runtime/with-database'

/** Differs from the code of a database with wrong rows. */
const NOT_LOOKED = 2

await endWith(
  () =>
    withDatabase({ join: true }, async () => {
      // A recount of everything takes longer than any query of a reader.
      process.env.DATABASE_TIMEOUT ||= '3600'
      const { checkData } = await import('../../lib/operations/data-check')
      const { surveys, faults } = await checkData()
      for (const { invariant, row, wrong } of faults) console.log(`${row} ${wrong} («${invariant}»)`)
      console.log(
        faults.length
          ? `${faults.length} rows are wrong in ${surveys} surveys.`
          : `Nothing wrong in ${surveys} surveys.`,
      )
      return faults.length ? 1 : 0
    }),
  NOT_LOOKED,
)
