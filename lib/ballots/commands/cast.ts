import { type Outcome, refusal, success } from '../../errors'
import { databaseFault } from '../../faults'
import { log } from '../../log'
import { oncePerProcess } from '../../process'
import { hashReceipt, newReceipt } from '../../readers/rules/receipt'
import type { SurveyRecord } from '../../surveys/queries'
import { type Answer, cellsOf } from '../rules/cells'
import { GroupCommit } from './group'
import { type CastOrder, type CastRow, writeBallots } from './statement'

/** What became of a ballot. The receipt is given only to a reader who had none, and only this once. */
export type Cast = { first: boolean; receipt?: string }

const queue = () =>
  oncePerProcess(
    'ballots',
    () =>
      new GroupCommit<CastOrder, CastRow | undefined>({
        write: writeBallots,
        judge: (error) => {
          const fault = databaseFault(error)
          if (fault === 'conflict') return 'again'
          return fault === 'data' ? 'halves' : 'fail'
        },
      }),
  )

/** Resolves once every ballot taken so far is on disk. */
export const drainBallots = () => queue().drain()

async function write(order: CastOrder): Promise<Outcome<CastRow>> {
  const written = queue().submit(`${order.surveyId} ${Buffer.from(order.reader).toString('base64')}`, order)
  if (!written) return refusal('busy')
  try {
    const row = await written
    return row ? success(row) : refusal('survey_closed')
  } catch (error) {
    if (databaseFault(error) !== 'away') throw error
    log().error({ err: error }, 'ballots could not be written')
    return refusal('database_unavailable')
  }
}

/**
 * Makes `answers` the reader's one ballot in this survey, in place of the one they had. Resolves after the
 * commit. Refusals: `survey_closed`, `busy`, `database_unavailable`; then nothing was stored.
 */
export async function castBallot(
  survey: SurveyRecord,
  reader: Uint8Array<ArrayBuffer>,
  answers: Answer[],
): Promise<Outcome<Cast>> {
  const receipt = newReceipt()
  const texts = answers.flatMap(({ question, text }) => (text ? [{ questionId: question.id, text }] : []))
  const written = await write({
    surveyId: survey.id,
    reader,
    cells: cellsOf(answers),
    texts,
    receiptHash: hashReceipt(receipt),
  })
  if (!written.ok) return written
  const { before } = written.value
  return success(before ? { first: before.length === 0 } : { first: true, receipt })
}

/** Takes the reader's ballot out of the count, and their free answers with it. It can be cast again. */
export async function withdrawBallot(
  survey: SurveyRecord,
  reader: Uint8Array<ArrayBuffer>,
): Promise<Outcome<null>> {
  // The hash is not used: a withdrawal is only ever of a ballot that exists and keeps its own.
  const written = await write({
    surveyId: survey.id,
    reader,
    cells: [],
    texts: [],
    receiptHash: new Uint8Array(),
  })
  return written.ok ? success(null) : written
}
