import { db } from '../db'
import { type Outcome, refusal, success } from '../errors'

/** Publishes the current revision of a comment. Nobody but `actor` is asked: for the shell, until there is a desk. */
export async function publishComment(id: string, actor: string): Promise<Outcome<{ revision: number }>> {
  return db().$transaction(async (tx) => {
    const comment = await tx.comment.findFirst({
      where: { id, withdrawnAt: null },
      select: { revision: true },
    })
    if (!comment) return refusal('not_found')
    const { revision } = comment
    await tx.decision.create({ data: { commentId: id, revision, outcome: 'published', actor } })
    return success({ revision })
  })
}
