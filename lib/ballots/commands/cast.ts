import { databaseFault } from '../../platform/db/errors'
import { type Outcome, type Problem, refusal, success } from '../../platform/http/problem-codes'
import { GroupCommit } from '../../platform/runtime/group-commit'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { secrets } from '../../platform/runtime/secrets'
import { log } from '../../platform/telemetry/log'
import { metrics, watch } from '../../platform/telemetry/metrics'
import { secretOf } from '../../readers/rules/form-token'
import { newReceipt, receiptHashOf, receiptOfAttempt } from '../../readers/rules/make-receipt'
import { rereadSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { announceCountsChanged } from '../events'
import { revisionOf, secondsToChangeAgain } from '../queries/changes'
import type { Commit } from '../rules/commit'
import { type Answer, tallyTextOf } from '../rules/tally-keys'
import type { CastOrder, Evidence, Seen } from './orders'
import { batchKeyOf, type CastRow, writeBallots } from './write-ballots'

/**
 * What became of a ballot, with how many revisions its texts now have together. Only a reader who had no receipt gets
 * one, and only this once.
 */
export type Cast = {
  first: boolean
  revision: number
  texts: number
  receipt?: string | undefined
  commit?: Commit | undefined
}

const queue = () =>
  oncePerProcess('ballots', () => {
    const group = new GroupCommit<CastOrder, CastRow | undefined>({
      write: async (orders) => {
        const rows = await writeBallots(orders)
        announceCountsChanged(orders.map(({ surveyId }) => surveyId))
        return rows
      },
      groupOf: batchKeyOf,
      judge: (error) => VERDICTS[databaseFault(error)],
      onWrite: countBatch,
    })
    watch('avis_ballot_queue', 'Ballots that wait to be written.', () => group.depth)
    return group
  })

/**
 * A connection that broke may have broken after the commit. A retry is safe: writing the same ballot twice changes
 * nothing.
 */
const VERDICTS = { conflict: 'again', away: 'later', data: 'halves', other: 'fail' } as const

function countBatch(size: number, seconds: number, written: boolean) {
  const { ballots, batch, commit } = metrics()
  ballots.inc({ outcome: written ? 'written' : 'failed' }, size)
  if (!written) return
  batch.observe(size)
  commit.observe(seconds)
}

/** Resolves once every ballot accepted so far is on disk. */
export const drainBallots = () => queue().drain()

/** Returns why a survey that seemed to accept this ballot did not. */
export async function whyNot({ view: { slug } }: SurveyRecord) {
  return (await rereadSurvey(slug))?.view.status === 'open' ? 'survey_changed' : 'survey_closed'
}

/**
 * Returns why a ballot was refused. Also covers one changed too often, and one that would lose a text its form never
 * showed.
 */
async function whyNotTaken(survey: SurveyRecord, { version, reader, seen }: CastOrder): Promise<Problem> {
  const code = await whyNot(survey)
  if (code === 'survey_closed' || version !== survey.view.version) return { code }
  const bytes = new Uint8Array(Buffer.from(reader, 'hex'))
  const afterSeconds = await secondsToChangeAgain(survey.id, bytes)
  if (afterSeconds) return { code: 'too_many_changes', again: { afterSeconds } }
  if (!seen) return { code }
  const unseen = seen.texts !== undefined || (await revisionOf(survey.id, bytes)) > seen.revision
  return { code: unseen ? 'text_at_stake' : code }
}

/** Writes a ballot with others, and resolves to what `make` makes of its row. */
async function write<T>(
  survey: SurveyRecord,
  order: CastOrder,
  make: (row: CastRow) => T,
): Promise<Outcome<T>> {
  const written = queue().submit(order.reader, order)
  if (!written) return refusal('busy')
  try {
    const row = await written
    return row ? success(make(row)) : { ok: false, problem: await whyNotTaken(survey, order) }
  } catch (error) {
    if (databaseFault(error) !== 'away') throw error
    log().error({ err: error }, 'ballots could not be written')
    return refusal('database_unavailable')
  }
}

const hexOf = (bytes: Uint8Array<ArrayBuffer>) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')

const NO_TEXTS: CastOrder['texts'] = []
const textsIn = (answers: Answer[]) =>
  answers.some(({ text }) => text)
    ? answers.flatMap(({ question, text }) => (text ? [{ questionId: question.id, text }] : []))
    : NO_TEXTS

/**
 * Makes `answers` the reader's one ballot in this survey, replacing any earlier one; only the first one's `evidence` is
 * kept. `seen` is what its sender knew of it: a text of a later revision is not lost unasked (orders.ts). Resolves after
 * the commit. After `survey_closed`, `survey_changed`, `too_many_changes`, `text_at_stake` and `busy`, nothing was stored.
 * After `database_unavailable`, the outcome is unknown; retrying with the same input is harmless.
 */
export function castBallot(
  survey: SurveyRecord,
  reader: Uint8Array<ArrayBuffer>,
  answers: Answer[],
  attempt?: string,
  evidence?: Evidence,
  seen?: Seen,
): Promise<Outcome<Cast>> {
  const receipt = attempt ? receiptOfAttempt(survey.id, attempt, secretOf(attempt, secrets())) : newReceipt()
  const receiptHash = receiptHashOf(receipt)
  const { version } = survey.view
  const order = {
    surveyId: survey.id,
    version,
    reader: hexOf(reader),
    cells: tallyTextOf(answers, version),
    texts: textsIn(answers),
    receiptHash,
    evidence,
    seen,
  }
  return write(survey, order, ({ before, revision, texts, receiptHash: stored, commit }) => ({
    first: !before?.length,
    revision,
    texts,
    // The same hash means a retry of the same attempt: its first answer may never have arrived.
    receipt: receiptHash === stored ? receipt : undefined,
    commit,
  }))
}

/** Takes the reader's ballot and its free answers out of the count. The reader can cast it again. */
export function withdrawBallot(
  survey: SurveyRecord,
  reader: Uint8Array<ArrayBuffer>,
): Promise<Outcome<null>> {
  // The hash is not used: only an existing ballot can be withdrawn, and it keeps its own.
  const order = {
    surveyId: survey.id,
    version: 0,
    reader: hexOf(reader),
    cells: '',
    texts: NO_TEXTS,
    receiptHash: '',
  }
  return write(survey, order, () => null)
}
