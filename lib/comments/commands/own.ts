import { db } from '../../platform/db/client'
import { isUniqueViolation } from '../../platform/db/errors'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { cleanText } from '../../platform/i18n/clean-text'
import { originOf } from '../queries/origin'
import { appealDue } from '../rules/transitions'

/** A comment and the reader who requests it, as its own survey knows them. */
export type Own = { comment: string; reader: Uint8Array<ArrayBuffer> }

/** Withdraws a text; it can be sent again while the survey is open. A text that is withdrawn already is no error. */
export async function withdrawComment({ comment, reader }: Own, now = new Date()): Promise<Outcome<null>> {
  const { count } = await db().comment.updateMany({
    where: { id: comment, reader, withdrawnAt: null },
    data: { withdrawnAt: now },
  })
  return count || (await isTheirs({ comment, reader })) ? success(null) : refusal('comment_not_found')
}

const isTheirs = async ({ comment, reader }: Own) =>
  (await db().comment.count({ where: { id: comment, reader } })) > 0

/**
 * Requests a second decision about a rejected comment. Possible once for each decision, and not against one that
 * answers an appeal. Refusals: `comment_not_found`, `not_appealable`, `invalid_request` (its text is empty once
 * cleaned).
 */
export async function appeal(
  { comment, reader }: Own,
  text: string,
  now = new Date(),
): Promise<Outcome<{ dueAt: Date }>> {
  const found = await db().comment.findFirst({
    where: { id: comment, reader },
    select: {
      surveyId: true,
      outcome: true,
      decisionId: true,
      withdrawnAt: true,
      decision: { select: { id: true, at: true, undoes: true } },
    },
  })
  if (!found) return refusal('comment_not_found')
  const { surveyId, outcome, decisionId, withdrawnAt, decision } = found
  if (outcome !== 'rejected' || !decisionId || !decision || withdrawnAt) return refusal('not_appealable')
  const { id: origin } = await originOf(decision)
  if (await db().appeal.count({ where: { answerId: { in: [decisionId, origin] } } }))
    return refusal('not_appealable')
  const words = cleanText(text)
  if (!words) return refusal('invalid_request')
  const dueAt = appealDue(now)
  try {
    await db().appeal.create({
      data: { surveyId, commentId: comment, decisionId, text: words, at: now, dueAt },
    })
  } catch (error) {
    if (isUniqueViolation(error)) return refusal('not_appealable')
    throw error
  }
  return success({ dueAt })
}
