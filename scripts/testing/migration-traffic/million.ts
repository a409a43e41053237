/** Migrates a database of a million ballots, durable as in production, while readers vote. A process of its own. */
import { rmSync } from 'node:fs'
import { createDatabase, migrate } from '../../../prisma/migrate'
import { startPostgres } from '../../postgres'
import { temporaryFolder } from '../folder'

const BALLOTS = 1_000_000
/** Readers are told to retry after less than this, and pages give up after more. */
const MAX_MS = 5_000

const folder = temporaryFolder()
const postgres = await startPostgres(folder, () => undefined)
const DATABASE_URL = postgres.url('avis_traffic')
await createDatabase(DATABASE_URL)
await migrate(DATABASE_URL)
Object.assign(process.env, {
  DATABASE_URL,
  AVIS_SECRET: 'the secret of a database that is migrated',
  AVIS_VOTES_PER_SECOND: '1000000',
  LOG_LEVEL: 'silent',
})
let good = false
try {
  const { migrateUnderTraffic } = await import('./run')
  console.log(`Migrating ${BALLOTS.toLocaleString('en')} ballots while readers vote…`)
  const report = await migrateUnderTraffic(BALLOTS)
  console.log(report)
  const { lost, doubled, miscounted, faults, failed, longest } = report
  good = !(lost || doubled || miscounted.length || faults?.length || failed) && longest < MAX_MS
  const { closeDb } = await import('../../../lib/platform/db/client')
  await closeDb()
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log(good ? 'Nothing lost, and nobody waited for long.' : 'NOT good: see above.')
process.exit(good ? 0 : 1)
