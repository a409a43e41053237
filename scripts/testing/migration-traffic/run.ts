import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { env } from '../../../lib/platform/runtime/env'
import { migrationsOnDisk } from '../../../prisma/engine'
import { applyMigrations } from '../../../prisma/migrate'
import { surveyOf } from '../../bench/million'
import { storedSurvey } from '../surveys'
import { Voters } from '../voters'

const VOTERS = 8
/** Milliseconds for which another transaction reads the table: the migration cannot change it meanwhile. */
const HELD_MS = 6_000

/** What a future version may do to the table of ballots, in the ways that dangersOf (prisma/safety.ts) permits. */
const TO_COME = {
  '99990101000000_column': 'ALTER TABLE ballot ADD COLUMN traffic text;',
  '99990101000001_index': 'CREATE INDEX CONCURRENTLY ballot_traffic ON ballot (survey_id, cast_at);',
  '99990101000002_rule': 'ALTER TABLE ballot ADD CONSTRAINT ballot_traffic CHECK (revision >= 0) NOT VALID;',
  '99990101000003_looked': 'ALTER TABLE ballot VALIDATE CONSTRAINT ballot_traffic;',
}

function withThoseToCome() {
  const list = migrationsOnDisk()
  const more = Object.entries(TO_COME).map(([path, value]) => ({
    path,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
  }))
  return { ...list, migrationDirectories: [...list.migrationDirectories, ...more] }
}

/**
 * Migrates the database of the settings, which is up to date, while it holds `ballots` ballots and readers vote.
 * Another transaction holds the table for some seconds. Resolves to what readers noticed of it.
 */
export async function migrateUnderTraffic(ballots: number) {
  const client = new Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  try {
    await surveyOf(client, ballots)
    const voters = new Voters(await storedSurvey())
    voters.start(VOTERS)
    await voters.until(50)
    await client.query('BEGIN')
    await client.query('SELECT count(*) FROM ballot')
    const letGo = sleep(HELD_MS).then(() => client.query('COMMIT'))
    const begun = Date.now()
    const applied = await applyMigrations(env().DATABASE_URL, withThoseToCome())
    const took = Date.now() - begun
    await letGo
    await voters.until(50)
    await voters.stop()
    return {
      applied,
      took,
      acknowledged: voters.acknowledged,
      unavailable: voters.answered(503),
      failed: voters.answered(500),
      longest: voters.longest,
      ...(await voters.verdict()),
    }
  } finally {
    await client.end()
  }
}
