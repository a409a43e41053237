import { db } from '../db'
import { type Outcome, refusal, success } from '../errors'

/**
 * Publishes revision `revision` of a comment: the one that was read, and no other. Nobody but `actor` is asked:
 * for the shell, until there is a desk. Refused when the author has changed or withdrawn it since.
 */
export async function publishComment(id: string, revision: number, actor: string): Promise<Outcome<null>> {
  return db().$transaction(async (tx) => {
    const comment = await tx.comment.findFirst({
      where: { id, revision, withdrawnAt: null },
      select: { surveyId: true },
    })
    if (!comment) return refusal('not_found')
    const { surveyId } = comment
    await tx.decision.create({ data: { surveyId, commentId: id, revision, outcome: 'published', actor } })
    return success(null)
  })
}
