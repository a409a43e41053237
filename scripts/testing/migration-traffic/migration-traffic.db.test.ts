import { expect, it } from 'vitest'
import { SOUND } from '../voters'
import { migrateUnderTraffic } from './run'

process.env.AVIS_VOTES_PER_SECOND = '1000000'

it('a database of 20,000 ballots is migrated while readers vote, and nobody waits for long', async () => {
  const report = await migrateUnderTraffic(20_000)
  expect(report).toMatchObject({ ...SOUND, unavailable: 0, failed: 0 })
  expect(report.applied).toHaveLength(4)
  // The table was held for six seconds; the migration that waited for it released its lock request.
  expect(report.took).toBeGreaterThan(5_000)
  expect(report.longest).toBeLessThan(4_000)
})
