import { db } from '../../db'
import { type Erasure, isOfBallot, noteErasures } from '../../erasures'
import { type Outcome, refusal } from '../../errors'
import type { SurveyRecord } from '../../surveys/queries/public'
import { withdrawBallot } from './cast'
import { ALSO_CLOSED, writeBallots } from './statement'

type Reader = Uint8Array<ArrayBuffer>

/**
 * Takes a reader's ballot out of the count for good: it stays out when a backup from before comes back. Refusals are
 * those of `withdrawBallot`, and `ballot_not_found`.
 */
export async function eraseBallot(
  survey: SurveyRecord,
  reader: Reader,
  now = new Date(),
): Promise<Outcome<null>> {
  const where = { surveyId_reader: { surveyId: survey.id, reader } }
  const ballot = await db().ballot.findUnique({ where, select: { receiptHash: true } })
  if (!ballot) return refusal('ballot_not_found')
  await noteErasures([{ ballot: Buffer.from(ballot.receiptHash).toString('hex'), at: now.toISOString() }])
  return withdrawBallot(survey, reader)
}

/** Withdraws once more what a backup brought back, also where nothing can be answered any more; resolves to how many. */
export async function withdrawAgain(erasures: Erasure[]): Promise<number> {
  let again = 0
  for (const { ballot, at } of erasures.filter(isOfBallot)) {
    const receiptHash = new Uint8Array(Buffer.from(ballot, 'hex'))
    const found = await db().ballot.findFirst({
      where: { receiptHash, changedAt: { lte: at }, NOT: { cells: { isEmpty: true } } },
      select: { surveyId: true, reader: true },
    })
    if (!found) continue
    const order = { ...found, version: 0, cells: [], texts: [], receiptHash }
    const [written] = await writeBallots([{ ...order, reader: new Uint8Array(found.reader) }], ALSO_CLOSED)
    if (written) again++
  }
  return again
}
