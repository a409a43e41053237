import { db } from '../../db'
import { type CommentErasure, type Erasure, isOfComment, noteErasures } from '../../erasures'
import { type Outcome, refusal, success } from '../../errors'
import type { Prisma } from '../../generated/prisma/client'
import type { Own } from './own'

/** Empties a comment's revisions up to `revision`, and the appeals against what was decided about them. */
async function eraseWords(tx: Prisma.TransactionClient, comment: string, revision: number) {
  await tx.commentRevision.updateMany({
    where: { commentId: comment, number: { lte: revision } },
    data: { text: '' },
  })
  const decisions = await tx.decision.findMany({
    where: { commentId: comment, revision: { lte: revision } },
    select: { id: true },
  })
  await tx.appeal.updateMany({
    where: { commentId: comment, decisionId: { in: decisions.map(({ id }) => id) } },
    data: { text: '' },
  })
}

const without = (at: Date) => ({ text: '', fingerprint: null, language: null, withdrawnAt: at, erasedAt: at })

/**
 * Removes every word of a comment, all its revisions and the author's appeals, and withdraws it. What was decided
 * stays, without the text: moderators have to be able to justify it. It stays erased when a backup from before comes
 * back (docs/decisions/backups.md).
 */
export async function eraseComment({ comment, reader }: Own, now = new Date()): Promise<Outcome<null>> {
  return db().$transaction(async (tx) => {
    const [erased] = await tx.comment.updateManyAndReturn({
      where: { id: comment, reader },
      data: without(now),
      select: { revision: true },
    })
    if (!erased) return refusal('comment_not_found')
    await eraseWords(tx, comment, erased.revision)
    await noteErasures([{ comment, revision: erased.revision, at: now.toISOString() }])
    return success(null)
  })
}

/** Erases once more what a backup brought back; resolves to how many comments had words again. */
export async function eraseAgain(erasures: Erasure[]): Promise<number> {
  let again = 0
  for (const { comment, revision, at } of erasures.filter(isOfComment))
    await db().$transaction(async (tx) => {
      const { count } = await tx.comment.updateMany({
        where: { id: comment, revision: { lte: revision }, erasedAt: null },
        data: without(new Date(at)),
      })
      await eraseWords(tx, comment, revision)
      again += count
    })
  return again
}

/** The comments that are erased here, as the list has them: for one that another machine erased, or an older Avis. */
export async function erasedHere(): Promise<CommentErasure[]> {
  const rows = await db().$queryRaw<{ comment: string; revision: number; at: Date }[]>`
    SELECT id AS comment, revision, erased_at AS at FROM comment WHERE erased_at IS NOT NULL`
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
