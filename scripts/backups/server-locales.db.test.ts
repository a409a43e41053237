/** Tests backups between servers of different zones, locales and settings: Europe/Paris in French, and C in UTC. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { Client as Connection } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionAt } from '../../lib/platform/db/database-url'
import { env } from '../../lib/platform/runtime/env'
import { createDatabase, migrate } from '../../prisma/migrate'
import { type Postgres, startPostgres } from '../postgres'
import { path as addressOf, choose } from '../testing/answers'
import { Client } from '../testing/client'
import { tell } from '../testing/comments'
import { on } from '../testing/connection'
import { temporaryFolder } from '../testing/folder'
import { storedSurvey } from '../testing/surveys'
import { extent } from '../testing/test-size'
import { backup } from './backup'
import { restore } from './restore'
import { takeStock } from './tables'

const FIRST_FORMAT = path.join(import.meta.dirname, 'fixtures', 'first-format.backup')
const folder = temporaryFolder()
const file = (name: string) => path.join(folder, `${name}.backup`)
let paris: Postgres

let made = 0
/** Creates an empty database in Europe/Paris that sorts text in French order. */
async function inParis(): Promise<string> {
  const name = `paris_${made++}`
  await on(paris.url('postgres'), (client) =>
    client.query(
      `CREATE DATABASE ${name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR' LOCALE 'C'`,
    ),
  )
  return paris.url(name)
}

/** Creates an empty database in UTC that sorts text by its bytes. */
async function inC(): Promise<string> {
  const address = new URL(env().DATABASE_URL)
  address.pathname = `/c_${process.pid}_${made++}`
  await createDatabase(address.href)
  return address.href
}

beforeAll(async () => {
  const settings = {
    timezone: 'Europe/Paris',
    datestyle: 'SQL, DMY',
    bytea_output: 'escape',
    extra_float_digits: '0',
    intervalstyle: 'iso_8601',
  }
  paris = await startPostgres(path.join(folder, 'paris'), () => undefined, { settings })
  const survey = await storedSurvey({ moderationMode: 'after' })
  for (let n = 0; n < 12; n++)
    await new Client().send(addressOf(survey, '/ballot'), {
      json: { answers: [choose(survey, 'aspects', n % 3, 3 + (n % 2)), choose(survey, 'multiple', n % 3)] },
    })
  await tell(survey, 'École, eau, Été : un texte avec\tune tabulation et \\ une barre.')
  await on(env().DATABASE_URL, (client) =>
    // Keys that French and C sort differently, and an instant on either side of a change of clocks.
    client.query(`
      INSERT INTO throttle (key) SELECT unnest('{aB,Ab,AB,ab,a_,é,e,f,-a,a-}'::text[]);
      UPDATE ballot SET changed_at = '2026-03-29T01:30:00.123Z'::timestamptz + n * interval '210 days'
      FROM (SELECT reader, row_number() OVER (ORDER BY reader) AS n FROM ballot) AS numbered
      WHERE ballot.reader = numbered.reader`),
  )
})

afterAll(async () => {
  await paris.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  it('goes from C to Paris and back, the same to the last row', async () => {
    const first = await backup(env().DATABASE_URL, file('c'), 'own')
    const there = await inParis()
    await restore(there, file('c'))
    expect(await on(there, async (client) => (await client.query('SHOW timezone')).rows)).toEqual([
      { TimeZone: 'Europe/Paris' },
    ])
    const second = await backup(there, file('paris'), 'own')
    expect(second.manifest.tables).toEqual(first.manifest.tables)
    const back = await inC()
    await restore(back, file('paris'))
    expect(await on(back, takeStock)).toEqual(first.manifest.tables)
    const again = await inParis()
    expect(await restore(again, file('paris'))).toMatchObject({ uncompared: [] })
  })

  it.each([
    ['in UTC under C', inC],
    ['in Paris in French', inParis],
  ])('of the first format, made in Paris in French, is restored %s', async (_where, place) => {
    const address = await place()
    expect(await restore(address, FIRST_FORMAT)).toMatchObject({ uncompared: [] })
    const { rows } = await on(address, (client) =>
      client.query('SELECT count(*)::int AS ballots FROM ballot'),
    )
    expect(rows).toEqual([{ ballots: 9 }])
  })

  it('says the same of its rows in every session', async () => {
    const rest = await on(env().DATABASE_URL, takeStock)
    await on(env().DATABASE_URL, async (client) => {
      const zones = await client.query<{ name: string }>('SELECT name FROM pg_timezone_names ORDER BY name')
      const styles = fc.record({
        timezone: fc.constantFrom(...zones.rows.map(({ name }) => name)),
        datestyle: fc.constantFrom('ISO', 'SQL, DMY', 'German', 'Postgres, MDY'),
        intervalstyle: fc.constantFrom('postgres', 'iso_8601', 'sql_standard'),
        bytea_output: fc.constantFrom('hex', 'escape'),
        extra_float_digits: fc.constantFrom('-15', '0', '3'),
      })
      await fc.assert(
        fc.asyncProperty(styles, async (style) => {
          for (const [name, value] of Object.entries(style))
            await client.query('SELECT set_config($1, $2, false)', [name, value])
          expect(await takeStock(client)).toEqual(rest)
        }),
        { numRuns: extent(5, 20) },
      )
    })
  })
})

describe('a session', () => {
  it('is ours, whatever the server and the address say', async () => {
    const address = new URL(await inParis())
    address.searchParams.set('options', '-c timezone=Asia/Tokyo -c statement_timeout=0 -c work_mem=7MB')
    address.searchParams.set('statement_timeout', '0')
    address.searchParams.set('lock_timeout', '77')
    address.searchParams.set('query_timeout', '1')
    const client = new Connection(sessionAt(address.href, { statement_timeout: 4_000 }))
    await client.connect()
    try {
      const { rows } = await client.query(`SELECT name, setting FROM pg_settings WHERE name IN
        ('TimeZone', 'DateStyle', 'statement_timeout', 'lock_timeout', 'work_mem') ORDER BY name`)
      expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
        DateStyle: 'ISO, DMY',
        TimeZone: 'UTC',
        lock_timeout: '0',
        statement_timeout: '4000',
        work_mem: String(7 * 1024),
      })
    } finally {
      await client.end()
    }
    expect(await migrate(address.href)).not.toEqual([])
  })
})
