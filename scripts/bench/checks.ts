/** Checks after each run that what was acknowledged is in the database, once, and counted. */
import { setTimeout as sleep } from 'node:timers/promises'
import { hashReceipt } from '../../lib/readers/rules/make-receipt'
import { withClient } from './tables'

/** Throws unless the tally of a survey equals a recount of all its ballots, and no reader has two. */
async function checkTally(url: string, surveyId: number) {
  const { rows } = await withClient(url, (client) =>
    client.query<{ cell: string; stored: number; counted: number }>(
      `WITH recount AS (
         SELECT cell, count(*)::int AS count FROM ballot, unnest(cells) AS cell
         WHERE survey_id = $1 AND quarantine_id IS NULL GROUP BY cell
       ), stored AS (SELECT cell, sum(count)::int AS count FROM tally WHERE survey_id = $1 GROUP BY cell)
       SELECT cell, coalesce(s.count, 0) AS stored, coalesce(r.count, 0) AS counted
       FROM stored s FULL JOIN recount r USING (cell) WHERE coalesce(s.count, 0) <> coalesce(r.count, 0)`,
      [surveyId],
    ),
  )
  const [wrong] = rows
  if (wrong) throw new Error(`the tally says ${wrong.stored} of ${wrong.cell}, a recount ${wrong.counted}`)
}

/** Throws unless every acknowledged ballot is stored once, and the tally equals a recount of all of them. */
export async function checkBallots(url: string, surveyId: number, receipts: string[]) {
  const hashes = receipts.map((receipt) => Buffer.from(hashReceipt(receipt)))
  const stored = await withClient(url, (client) =>
    client.query<{ rows: number; readers: number }>(
      `SELECT count(*)::int AS rows, count(DISTINCT reader)::int AS readers
       FROM ballot WHERE survey_id = $1 AND receipt_hash = ANY($2)`,
      [surveyId, hashes],
    ),
  )
  const [found] = stored.rows
  if (found?.rows !== receipts.length || found.readers !== receipts.length)
    throw new Error(`${receipts.length} ballots were acknowledged and ${JSON.stringify(found)} are stored`)
  await checkTally(url, surveyId)
}

const SCREENING_MS = 300_000
const LOOK_MS = 250

/** Resolves once every text of a survey is screened: what one subject has left over would slow down the next. */
export const screened = (url: string, surveyId: number) =>
  withClient(url, async (client) => {
    for (const end = Date.now() + SCREENING_MS; Date.now() < end; await sleep(LOOK_MS)) {
      const { rows } = await client.query(
        'SELECT FROM comment WHERE survey_id = $1 AND outcome IS NULL AND withdrawn_at IS NULL LIMIT 1',
        [surveyId],
      )
      if (!rows.length) return
    }
    throw new Error(`texts were not screened within ${SCREENING_MS / 1000} s`)
  })

/** Returns how many ballots of a survey were changed since they were first cast. */
export async function changedBallots(url: string, surveyId: number): Promise<number> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM ballot WHERE survey_id = $1 AND revision > 1',
      [surveyId],
    ),
  )
  return rows[0]?.count ?? 0
}

/** Throws unless `answered` more ballots are changed than `before`, and the tally equals a recount. */
export async function checkChanges(url: string, surveyId: number, before: number, answered: number) {
  const changed = (await changedBallots(url, surveyId)) - before
  if (changed !== answered) throw new Error(`${answered} changes were acknowledged and ${changed} are stored`)
  await checkTally(url, surveyId)
}

/** Checks the same for a reference, whose receipt is the reader. */
export async function checkPlain(url: string, table: string, receipts: string[]) {
  const stored = await withClient(url, (client) =>
    client.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table} WHERE reader = ANY($1)`, [
      receipts.map((receipt) => Buffer.from(receipt, 'hex')),
    ]),
  )
  if (stored.rows[0]?.rows !== receipts.length)
    throw new Error(`${table}: ${receipts.length} were acknowledged and ${stored.rows[0]?.rows} are stored`)
}
