import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeDb } from '../../lib/platform/db/client'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { createDatabase, migrate } from '../../prisma/migrate'
import { type Postgres, startPostgres } from '../postgres'
import { ask } from '../testing/connection'
import { Wire } from '../testing/faulty-network'
import { temporaryFolder } from '../testing/folder'
import { serverPid, startStandby } from '../testing/standby'
import { storedSurvey } from '../testing/surveys'
import { SOUND, Voters } from '../testing/voters'

const quiet = () => undefined
/** Settings without safety on disk: the test machine need not survive a power cut, and its servers suffer none. */
const SETTINGS = { fsync: 'off', wal_keep_size: '256MB', shared_buffers: '64MB' }

const folder = temporaryFolder()
const homes = [path.join(folder, 'one'), path.join(folder, 'two')] as const
let primary = await startPostgres(homes[0], quiet, { settings: SETTINGS })
await createDatabase(primary.url('avis'))
await migrate(primary.url('avis'))
// Before any code reads the settings: whichever server it is, the database is behind a wire of ours.
const { wire, url } = await Wire.to(primary.url('avis'))
process.env.DATABASE_URL = url
process.env.AVIS_VOTES_PER_SECOND = '1000000'

let standby: Postgres | undefined
let survey: SurveyRecord

beforeAll(async () => {
  survey = await storedSurvey()
})
afterAll(async () => {
  await closeDb()
  await wire.close()
  await standby?.stop()
  await primary.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function whileVoting(work: (voters: Voters) => Promise<void>) {
  const voters = new Voters(survey)
  voters.start(8)
  try {
    await voters.until(20)
    await work(voters)
    await voters.until(20)
  } finally {
    await voters.stop()
  }
  expect(await voters.verdict()).toEqual(SOUND)
  expect(voters.answered(500)).toBe(0)
}

it('a PostgreSQL that is stopped and started again loses no ballot and needs no restart of Avis', async () => {
  await whileVoting(async () => {
    await primary.stop()
    primary = await startPostgres(homes[0], quiet, { settings: SETTINGS })
    wire.lead(primary.url('avis'))
  })
})

it('a PostgreSQL that ends at once, as in a crash, loses no ballot that was acknowledged', async () => {
  await whileVoting(async () => {
    process.kill(serverPid(homes[0]), 'SIGQUIT')
    await primary.ended
    primary = await startPostgres(homes[0], quiet, { settings: SETTINGS })
    wire.lead(primary.url('avis'))
  })
})

/** Returns a file system of a few megabytes, where the machine lets one be mounted. */
function smallDisk(): string | undefined {
  const place = path.join(folder, 'small')
  mkdirSync(place, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', place], { stdio: 'pipe' })
  } catch {
    return undefined
  }
  const { uid, gid } = statSync(path.join(homes[0], 'postgres'))
  execFileSync('chown', [`${uid}:${gid}`, place])
  chmodSync(place, 0o700)
  return place
}

const small = smallDisk()
if (small) {
  afterAll(() => execFileSync('umount', ['-l', small], { stdio: 'pipe' }))

  it('a disk that is full refuses ballots for a while, says so, and keeps the count right', async () => {
    const address = primary.url('avis')
    await ask(address, `CREATE TABLESPACE small LOCATION '${small}'`)
    await ask(address, 'ALTER TABLE ballot_event SET TABLESPACE small')
    await ask(address, 'CREATE TABLE ballast (text text STORAGE PLAIN) TABLESPACE small')
    await whileVoting(async (voters) => {
      // In ever smaller chunks, down to the last page.
      for (const rows of [1_000, 100, 10, 1]) {
        const fill = `INSERT INTO ballast SELECT repeat('x', 7000) FROM generate_series(1, ${rows})`
        const hasRoom = () =>
          ask(address, fill).then(
            () => true,
            () => false,
          )
        while (await hasRoom());
      }
      await expect.poll(() => voters.answered(503), { timeout: 30_000 }).toBeGreaterThan(0)
      await ask(address, 'TRUNCATE ballast')
    })
    await ask(address, 'DROP TABLE ballast')
    await ask(address, 'ALTER TABLE ballot_event SET TABLESPACE pg_default')
    await ask(address, 'DROP TABLESPACE small')
  })
}

it('a standby that takes over has every ballot that was acknowledged', async () => {
  standby = await startStandby(primary.url('avis'), homes[0], homes[1], SETTINGS)
  const follower = standby.url('avis')
  await expect
    .poll(async () => (await ask(primary.url('avis'), 'SELECT sync_state FROM pg_stat_replication'))[0], {
      timeout: 20_000,
    })
    .toEqual({ sync_state: 'sync' })
  await whileVoting(async () => {
    process.kill(serverPid(homes[0]), 'SIGQUIT')
    // Votes now reach a follower under the old address: it only reads, and that is no error of the ballot.
    wire.lead(follower)
    await primary.ended
    await ask(follower, 'SELECT pg_promote(true)')
  })
  expect(await ask(follower, 'SELECT pg_is_in_recovery() AS follows')).toEqual([{ follows: false }])
})
