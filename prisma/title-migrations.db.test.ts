import { createHash, randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { batchOf } from '../lib/ballots/commands/orders'
import { env } from '../lib/platform/runtime/env'
import { createDatabase, migrate } from './migrate'

const VOTERS = 4
/** Votes before the migrations, and after them. */
const AROUND = 100

/** Returns a batch as the version before sent it: it named no title. */
function batchOfBefore(): string {
  const reader = randomBytes(32).toString('hex')
  const receiptHash = createHash('sha256').update(reader).digest('hex')
  const order = { surveyId: 1, version: 1, reader, cells: 'b o1 v1', texts: [], receiptHash }
  const { title: _, ...batch } = JSON.parse(batchOf([order], 1, 1, false))
  return JSON.stringify(batch)
}

it('votes of the version before are taken while the keys get their title', async () => {
  const url = new URL(env().DATABASE_URL)
  url.pathname = `/avis_${randomBytes(6).toString('hex')}`
  await createDatabase(url.href)
  await migrate(url.href, (name) => name <= '20261201110000_cast_ballots')
  const clients = Array.from({ length: VOTERS + 1 }, () => new Client({ connectionString: url.href }))
  const [client, ...voters] = clients as [Client, ...Client[]]
  await Promise.all(clients.map((one) => one.connect()))
  try {
    await client.query(`
      INSERT INTO article (title, source_name, summary) VALUES ('t', 's', 'r');
      INSERT INTO survey (slug, article_id, opens_at, reader_key) VALUES ('ancien', 1, now() - interval '1 day', '\\x00')`)
    let taken = 0
    let going = true
    const failed: unknown[] = []
    const vote = async (voter: Client) => {
      while (going && !failed.length)
        try {
          const { rows } = await voter.query({
            name: 'vote',
            text: 'SELECT * FROM cast_ballots($1)',
            values: [batchOfBefore()],
          })
          if (rows[0].is_open) taken++
        } catch (error) {
          failed.push(error)
        }
    }
    const until = async (count: number) => {
      while (taken < count && !failed.length) await new Promise((done) => setTimeout(done, 5))
    }
    const votes = voters.map(vote)
    await until(AROUND)
    expect(await migrate(url.href)).toContain('20261201150600_title_keys')
    await until(taken + AROUND)
    going = false
    await Promise.all(votes)
    expect(failed).toEqual([])
    const { rows } = await client.query(`
      SELECT (SELECT count(*)::int FROM ballot WHERE title_id = 1) AS ballots,
        (SELECT count FROM tally WHERE title_id = 1 AND cell = 'b') AS counted,
        (SELECT ballots FROM visit WHERE title_id = 1) AS visits,
        (SELECT count(*)::int FROM chain_link) AS links, (SELECT seq::int FROM tally_head) AS seq`)
    expect(rows).toEqual([{ ballots: taken, counted: taken, visits: taken, links: taken, seq: taken }])
  } finally {
    await Promise.all(clients.map((one) => one.end()))
  }
})
