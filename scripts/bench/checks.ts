/** Checks after each run that what was acknowledged is in the database, once, and counted. */
import { hashReceipt } from '../../lib/readers/rules/receipt'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { tallyAndRecount } from '../testing/recount'
import { withClient } from './tables'

/** Throws unless every acknowledged ballot is stored once, and the tally equals a recount of all of them. */
export async function checkBallots(url: string, survey: SurveyRecord, receipts: string[]) {
  const hashes = receipts.map((receipt) => Buffer.from(hashReceipt(receipt)))
  const stored = await withClient(url, (client) =>
    client.query<{ rows: number; receipts: number }>(
      `SELECT count(*)::int AS rows, count(DISTINCT receipt_hash)::int AS receipts
       FROM ballot WHERE survey_id = $1 AND receipt_hash = ANY($2)`,
      [survey.id, hashes],
    ),
  )
  const [found] = stored.rows
  if (found?.rows !== receipts.length || found.receipts !== receipts.length)
    throw new Error(`${receipts.length} ballots were acknowledged and ${JSON.stringify(found)} are stored`)
  const { tally, recount, ballots, readers } = await tallyAndRecount(survey.id)
  if (ballots !== readers || tally.b !== ballots) throw new Error('a reader is counted twice')
  for (const cell of new Set([...Object.keys(tally), ...Object.keys(recount)]))
    if (tally[cell] !== recount[cell])
      throw new Error(`the tally says ${tally[cell]} of ${cell}, a recount ${recount[cell]}`)
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
