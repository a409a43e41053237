import { db, type Prisma } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Moderator } from '../../staff/rules/roles'
import { isUndoable } from '../rules/transitions'
import { lockComment } from './lock-comment'

const copied = {
  outcome: true,
  rule: true,
  reason: true,
  law: true,
  note: true,
  findings: true,
  charterVersion: true,
  revision: true,
  staffId: true,
} satisfies Prisma.DecisionSelect

/**
 * Undoes the moderator's own decision of a few seconds ago. A new decision restores the earlier one, and the reports
 * and the appeal that it answered reopen. Refusals: `comment_not_found`, `undo_too_late` (also when the author or
 * another moderator acted since).
 */
export async function undo(
  moderator: Moderator,
  decision: string,
  now = new Date(),
): Promise<Outcome<{ decision: string; outcome: string }>> {
  const id = BigInt(decision)
  const made = await db().decision.findFirst({
    where: { id, staffId: moderator.id, undoes: null },
    select: { commentId: true },
  })
  if (!made) return undoSecondReading(moderator, id, now)
  return db().$transaction(async (tx) => {
    const standing = await lockComment(tx, made.commentId)
    const current = standing?.seen === id && !standing.withdrawn && standing.at
    if (!current || !isUndoable(current, now)) return refusal('undo_too_late')
    const before = await tx.decision.findFirst({
      where: { commentId: made.commentId, revision: standing.revision, id: { lt: id } },
      orderBy: { id: 'desc' },
      select: copied,
    })
    if (!before) return refusal('undo_too_late')
    const { findings, ...same } = before
    const restored = await tx.decision.create({
      data: {
        ...same,
        findings: findings as Prisma.InputJsonValue,
        surveyId: standing.surveyId,
        commentId: made.commentId,
        // The copy names the author of the restored decision; who undid theirs is known from the decision it undoes.
        undoes: id,
      },
      select: { id: true, outcome: true },
    })
    await tx.comment.update({
      where: { id: made.commentId },
      data: { decisionId: restored.id, outcome: restored.outcome },
    })
    await tx.report.updateMany({ where: { answerId: id }, data: { answerId: null } })
    await reopenAppeal(tx, id, restored.id)
    await tx.secondReading.deleteMany({ where: { decisionId: id, outcome: null } })
    return success({ decision: String(restored.id), outcome: restored.outcome })
  })
}

/** Reopens an appeal. It is against the decision in force: once that one is restored, against its copy. */
const reopenAppeal = (tx: Prisma.TransactionClient, answerId: bigint, decisionId: bigint) =>
  tx.appeal.updateMany({ where: { answerId }, data: { answerId: null, decisionId } })

async function undoSecondReading(moderator: Moderator, decisionId: bigint, now: Date) {
  const reading = await db().secondReading.findFirst({ where: { decisionId, staffId: moderator.id } })
  if (!reading?.at) return refusal('comment_not_found')
  if (!isUndoable(reading.at, now)) return refusal('undo_too_late')
  await db().secondReading.update({
    where: { decisionId },
    data: { staffId: null, outcome: null, reason: null, at: null },
  })
  return success({ decision: String(decisionId), outcome: 'held' })
}
