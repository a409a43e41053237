/**
 * Reference (a): one transaction per ballot, the ballot and its tally, directly on the database with 16 clients. Uses
 * pgbench if installed; else the same statements on the driver.
 */
import { execFile } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const CLIENTS = 16
const UPSERT = `INSERT INTO bench.ballot (survey_id, reader, cells) VALUES (1, $1, $2)
  ON CONFLICT (survey_id, reader) DO UPDATE SET cells = excluded.cells, changed_at = now()`
const COUNT = `INSERT INTO bench.tally (survey_id, cell, count) VALUES (1, $1, 1)
  ON CONFLICT (survey_id, cell) DO UPDATE SET count = tally.count + 1`

async function byPgbench(url: string, seconds: number): Promise<number> {
  const script = path.join(import.meta.dirname, 'direct.sql')
  const given = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(CLIENTS),
    '-j',
    '2',
    '-T',
    String(seconds),
    '-f',
    script,
    url,
  ]
  const { stdout } = await promisify(execFile)('pgbench', given)
  const [, tps, failed] = [
    undefined,
    /^tps = ([\d.]+)/m.exec(stdout)?.[1],
    /^number of failed transactions: (\d+)/m.exec(stdout)?.[1] ?? '0',
  ]
  if (!tps || failed !== '0') throw new Error(`pgbench: ${stdout}`)
  return Number(tps)
}

async function byDriver(url: string, seconds: number): Promise<number> {
  const end = Date.now() + seconds * 1000
  let done = 0
  const client = async () => {
    const connection = new pg.Client({ connectionString: url })
    await connection.connect()
    while (Date.now() < end) {
      const cell = `o${randomInt(1, 4)}`
      await connection.query('BEGIN')
      await connection.query({ name: 'upsert', text: UPSERT, values: [randomBytes(16), ['b', cell]] })
      await connection.query({ name: 'count', text: COUNT, values: [cell] })
      await connection.query('COMMIT')
      done++
    }
    await connection.end()
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return done / seconds
}

/** Returns the transactions per second, and the program that sent them. */
export async function direct(url: string, seconds: number): Promise<{ perSecond: number; by: string }> {
  try {
    return { perSecond: await byPgbench(url, seconds), by: 'pgbench' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { perSecond: await byDriver(url, seconds), by: 'the driver' }
  }
}
