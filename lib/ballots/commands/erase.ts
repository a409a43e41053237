import { db } from '../../platform/db/client'
import { databaseFault } from '../../platform/db/errors'
import { TITLE } from '../../platform/db/title'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { log } from '../../platform/telemetry/log'
import type { SurveyRecord } from '../../surveys/queries/public'
import { announceCountsChanged } from '../events'
import { ERASED_CELL } from '../rules/tally-keys'
import { whyNot } from './cast'
import {
  type BallotErasure,
  type Erasure,
  fileNow,
  isOfBallot,
  noteSettled,
  readErasures,
  recordErasure,
} from './erasure-log'
import { writeBallots } from './write-ballots'

type Bytes = Uint8Array<ArrayBuffer>
type Leaving = { surveyId: number; reader: Bytes; receiptHash: Bytes }

/** Limits the attempts: two concurrent changes to one survey's counts may conflict, and a conflict is retried. */
const MAX_TRIES = 5

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/**
 * Withdraws a ballot, removes what it had before, and records that this happened, all in one transaction. So a refused
 * withdrawal is recorded nowhere. Returns false where the survey does not accept it. Not batched with votes: they do not
 * wait for the steps that only an erasure has.
 */
async function leaveCount({ surveyId, reader, receiptHash }: Leaving, alsoOver = false): Promise<boolean> {
  const order = {
    surveyId,
    version: 0,
    reader: hex(reader),
    cells: '',
    texts: [],
    receiptHash: hex(receiptHash),
  }
  const left = await db().$transaction(async (tx) => {
    const [row] = await writeBallots([order], { alsoOver, client: tx })
    if (!row) return false
    await tx.$executeRaw`
      UPDATE ballot SET previous = '{}'
      WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND reader = ${reader} AND previous <> '{}'`
    await recordErasure(tx, { ballot: hex(receiptHash) })
    return true
  })
  if (left) announceCountsChanged([surveyId])
  return left
}

/**
 * Removes the answers from the history of ballots whose erasure is not on the list yet. An erasure does this last; a
 * regular job does it where a process ended in between. Separate from the count, since it reads a whole history.
 */
export const forgetHistories = (): Promise<number> => db().$executeRaw`
  UPDATE ballot_event e SET cells = ${[ERASED_CELL]}
  FROM erasure x JOIN ballot b USING (receipt_hash)
  WHERE x.filed_at IS NULL AND b.title_id = ${TITLE}
    AND e.title_id = b.title_id AND e.survey_id = b.survey_id AND e.reader = b.reader AND e.at <= x.at
    AND e.cells <> '{}' AND e.cells <> ${[ERASED_CELL]}`

/**
 * Takes a reader's ballot out of the count for good and removes its answers, earlier ones included. It stays out when
 * an earlier backup is restored. Refusals: `ballot_not_found`, `survey_closed`, `database_unavailable`. After the last
 * one the outcome is unknown, and retrying is safe; after the others nothing was erased.
 */
export async function eraseBallot(survey: SurveyRecord, reader: Bytes): Promise<Outcome<null>> {
  const where = { titleId_surveyId_reader: { titleId: TITLE, surveyId: survey.id, reader } }
  const ballot = await db().ballot.findUnique({ where, select: { receiptHash: true } })
  if (!ballot) return refusal('ballot_not_found')
  const leaving = { surveyId: survey.id, reader, receiptHash: new Uint8Array(ballot.receiptHash) }
  for (let tries = 1; ; tries++) {
    try {
      if (!(await leaveCount(leaving))) return refusal(await whyNot(survey))
      await forgetHistories()
      await fileNow()
      return success(null)
    } catch (error) {
      const fault = databaseFault(error)
      if (fault === 'conflict' && tries < MAX_TRIES) continue
      if (fault !== 'away') throw error
      log().error({ err: error }, 'a ballot could not be erased')
      return refusal('database_unavailable')
    }
  }
}

/**
 * Erases once more what a restored backup brought back, also in surveys that accept no more answers. Resolves to how
 * many.
 */
export async function withdrawAgain(erasures: Erasure[]): Promise<number> {
  let again = 0
  for (const { ballot, at } of erasures.filter(isOfBallot)) {
    const receiptHash = new Uint8Array(Buffer.from(ballot, 'hex'))
    const found = await db().ballot.findFirst({
      where: { titleId: TITLE, receiptHash, changedAt: { lte: at }, NOT: { cells: { isEmpty: true } } },
      select: { surveyId: true, reader: true },
    })
    if (!found) continue
    const { surveyId, reader } = found
    if (await leaveCount({ surveyId, reader: new Uint8Array(reader), receiptHash }, true)) again++
  }
  await forgetHistories()
  return again
}

type Confirmed = { ballot: string; at: Date }

/**
 * Returns the intents that took effect, by the history in `schema`: the ballot left the count then or later. `run`
 * sends the database one statement.
 */
export async function confirmIntents(
  run: (sql: string, values: unknown[]) => Promise<Confirmed[]>,
  intents: Erasure[],
  schema = 'public',
): Promise<BallotErasure[]> {
  const given = intents.filter(isOfBallot)
  if (!given.length) return []
  const confirmed = await run(
    `SELECT encode(b.receipt_hash, 'hex') AS ballot, max(e.at) AS at
     FROM json_to_recordset($1::json) AS i (ballot text, at timestamptz)
     JOIN "${schema}".ballot b ON b.receipt_hash = decode(i.ballot, 'hex')
     JOIN "${schema}".ballot_event e ON e.survey_id = b.survey_id AND e.reader = b.reader
     WHERE e.cells = '{}' AND e.at >= i.at GROUP BY 1`,
    [JSON.stringify(given)],
  )
  return confirmed.map(({ ballot, at }) => ({ ballot, at: at.toISOString() }))
}

/**
 * Compares what an older Avis noted with what this database has, once for each line. What was erased is recorded as
 * such; what was refused is never carried out. Resolves to how many erasures came to light.
 */
export async function settleIntents(): Promise<number> {
  const found = await db().$executeRaw`
    INSERT INTO erasure (comment_id, revision, at)
    SELECT id, revision, erased_at FROM comment c WHERE erased_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM erasure e WHERE e.comment_id = c.id AND e.revision >= c.revision)
    ON CONFLICT (comment_id) DO UPDATE SET revision = excluded.revision, at = excluded.at, filed_at = NULL`
  const { intents } = await readErasures()
  if (!intents.length) return found
  const confirmed = await confirmIntents((sql, values) => db().$queryRawUnsafe(sql, ...values), intents)
  for (const { ballot, at } of confirmed)
    await db().$transaction(async (tx) => {
      await recordErasure(tx, { ballot }, new Date(at))
      await tx.$executeRaw`
        UPDATE ballot SET previous = '{}'
        WHERE title_id = ${TITLE} AND receipt_hash = decode(${ballot}, 'hex') AND cells = '{}' AND previous <> '{}'`
    })
  await forgetHistories()
  await noteSettled()
  return found + confirmed.length
}
