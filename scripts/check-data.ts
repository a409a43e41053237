/** `npm run check:data`: looks at every row for what cannot be, also while Avis runs. Ends with 1 if there is any. */
import { layGround } from './ground'
import { StartFailure } from './postgres/failure'

try {
  const ground = await layGround(() => undefined, { join: true })
  process.env.DATABASE_URL = ground.databaseUrl
  process.env.AVIS_SECRET = ground.secret
  // A recount of everything takes longer than any query of a reader.
  process.env.DATABASE_TIMEOUT ||= '3600'
  const { checkData } = await import('../lib/data-check')
  const { closeDb } = await import('../lib/db')
  const { surveys, faults } = await checkData()
  for (const { invariant, row, wrong } of faults) console.log(`${row} ${wrong} («${invariant}»)`)
  console.log(
    faults.length
      ? `${faults.length} rows are wrong in ${surveys} surveys.`
      : `Nothing wrong in ${surveys} surveys.`,
  )
  await closeDb()
  await ground.stop()
  process.exit(faults.length ? 1 : 0)
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(2)
}
