import { type Erasure, fileNow, isOfComment, recordErasure } from '../../ballots/commands/erasure-log'
import { db, type Prisma } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { invalidateTextCopies } from './invalidate-text-copies'
import type { Own } from './own'

/**
 * Empties a comment's revisions up to `revision` and the appeals against their decisions, and invalidates all other
 * copies.
 */
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
  await invalidateTextCopies.get()(tx, comment)
}

const without = (at: Date) => ({ text: '', fingerprint: null, language: null, withdrawnAt: at, erasedAt: at })

/**
 * Removes every text of a comment, all its revisions and the author's appeals, and withdraws it. The decisions stay,
 * without the text: moderators must be able to justify them. It stays erased when an earlier backup is restored
 * (docs/decisions/backups.md). A comment that is erased already is no error.
 */
export async function eraseComment({ comment, reader }: Own, now = new Date()): Promise<Outcome<null>> {
  const erased = await db().$transaction(async (tx) => {
    const [row] = await tx.comment.updateManyAndReturn({
      where: { id: comment, reader, erasedAt: null },
      data: without(now),
      select: { revision: true },
    })
    if (!row) return (await tx.comment.count({ where: { id: comment, reader } })) > 0
    await eraseWords(tx, comment, row.revision)
    await recordErasure(tx, { comment, revision: row.revision }, now)
    return true
  })
  if (!erased) return refusal('comment_not_found')
  await fileNow()
  return success(null)
}

/** Erases once more what a restored backup brought back; resolves to how many comments had texts again. */
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
