import { eraseBallot } from '../../ballots/commands/erase'
import { db } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { SurveyRecord } from '../../surveys/queries/public'
import { eraseComment } from './erase'

/**
 * Removes every text a reader wrote in a survey; their answers stay in the count or leave it, as they choose. Refusals:
 * `survey_closed`, when the answers were to leave the count of a survey that is over; `busy`, `database_unavailable`.
 * Then no text was removed.
 */
export async function eraseReader(
  survey: SurveyRecord,
  reader: Uint8Array<ArrayBuffer>,
  ballot: 'keep' | 'withdraw',
): Promise<Outcome<null>> {
  if (ballot === 'withdraw') {
    if (survey.view.status !== 'open') return refusal('survey_closed')
    const erased = await eraseBallot(survey, reader)
    if (!erased.ok) return erased
  }
  const comments = await db().comment.findMany({
    where: { surveyId: survey.id, reader, erasedAt: null },
    select: { id: true },
  })
  for (const { id: comment } of comments) await eraseComment({ comment, reader })
  return success(null)
}
