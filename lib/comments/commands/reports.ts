import { createHmac } from 'node:crypto'
import { db } from '../../platform/db/client'
import { isUniqueViolation } from '../../platform/db/errors'
import { take, takeOfNetwork } from '../../platform/db/rate-limit'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { cleanText } from '../../platform/i18n/clean-text'
import { env } from '../../platform/runtime/env'
import { hashReceipt, newReceipt } from '../../readers/rules/make-receipt'
import { reporterWeight } from '../rules/transitions'
import type { ReportInput } from '../schema'

/** Reports of one person in an hour: more than a reader of one evening's comments ever needs. */
const REPORTS = { points: 10, duration: 3600 }
/**
 * Reports of one network in an hour: a newsroom's or a school's readers, each with a few. A new reader identity costs
 * nothing, so a limit by reader does not suffice.
 */
export const NETWORK_REPORTS = { points: 60, duration: 3600 }

/**
 * The sender of a report: the reader, if the survey knows them, and their network. Only a key of the network that
 * changes every day is kept. Never holds what the request claims about itself.
 */
export type Reporter = { reader?: Uint8Array<ArrayBuffer>; network: string | undefined }

const BYTES = 16

function reporterKey(reporter: Reporter, surveyId: number, now: Date): Uint8Array<ArrayBuffer> {
  if (reporter.reader) return reporter.reader
  const day = now.toISOString().slice(0, 10)
  const given = `reporter\0${surveyId}\0${day}\0${reporter.network ?? 'unknown'}`
  return new Uint8Array(createHmac('sha256', env().AVIS_SECRET).update(given).digest().subarray(0, BYTES))
}

/** Counts a report; returns the seconds to wait when it exceeds a limit. */
const tooMany = async (key: Uint8Array, network: string | undefined) =>
  (await take('report', Buffer.from(key).toString('base64url'), REPORTS)) ??
  (await takeOfNetwork('report.network', network, NETWORK_REPORTS))

const kept = (typed: string | undefined) => cleanText(typed ?? '') || null

/**
 * Returns the weight of this reporter's reports by how often they were right. A report is upheld when the decision that
 * answers it rejects.
 */
async function weightOf(reporter: Uint8Array<ArrayBuffer>): Promise<number> {
  const [past] = await db().$queryRaw<{ answered: number; upheld: number }[]>`/* weightOf */
    SELECT count(*)::int AS answered, count(*) FILTER (WHERE d.outcome = 'rejected')::int AS upheld
    FROM report r JOIN decision d ON d.id = r.answer_id WHERE r.reporter = ${reporter}`
  return reporterWeight(past?.upheld ?? 0, past?.answered ?? 0)
}

/**
 * Stores a reader's report on a comment's present text. Resolves to a receipt with which its answer can be found.
 * Refusals: `comment_not_found` (also one that is not public), `already_reported`, `too_many_reports`,
 * `invalid_request` (a notice's text is empty once cleaned).
 */
export async function reportComment(
  comment: string,
  reporter: Reporter,
  input: ReportInput,
  now = new Date(),
): Promise<Outcome<{ receipt: string }>> {
  const found = await db().comment.findFirst({
    where: { id: comment, outcome: 'published', withdrawnAt: null },
    select: { surveyId: true, revision: true },
  })
  if (!found) return refusal('comment_not_found')
  const notice = input.reason === 'illegal'
  const [law, explanation] = [kept(input.law), kept(input.explanation)]
  if (notice && !(law && explanation)) return refusal('invalid_request')
  const key = reporterKey(reporter, found.surveyId, now)
  const afterSeconds = await tooMany(key, reporter.network)
  if (afterSeconds) return { ok: false, problem: { code: 'too_many_reports', again: { afterSeconds } } }
  const receipt = newReceipt()
  try {
    await db().report.create({
      data: {
        ...found,
        commentId: comment,
        reason: input.reason,
        law: notice ? law : null,
        explanation,
        email: notice ? (input.email ?? null) : null,
        reporter: key,
        weight: await weightOf(key),
        receiptHash: hashReceipt(receipt),
        at: now,
      },
    })
  } catch (error) {
    if (isUniqueViolation(error)) return refusal('already_reported')
    throw error
  }
  return success({ receipt })
}
