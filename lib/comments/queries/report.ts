import { db } from '../../platform/db/client'
import { hashReceipt } from '../../readers/rules/make-receipt'
import type { ReportStatus } from '../schema'

/** Returns the report of that receipt; undefined when there is none. */
export async function findReport(code: string): Promise<ReportStatus | undefined> {
  const report = await db().report.findUnique({
    where: { receiptHash: hashReceipt(code) },
    select: {
      reason: true,
      at: true,
      revision: true,
      answerId: true,
      comment: {
        select: { revision: true, withdrawnAt: true, survey: { select: { slug: true } } },
      },
    },
  })
  if (!report) return undefined
  const { comment, answerId } = report
  const answer = answerId
    ? await db().decision.findUnique({ where: { id: answerId }, select: { outcome: true, at: true } })
    : undefined
  const gone = comment.withdrawnAt !== null || comment.revision !== report.revision
  const answered = answer?.outcome === 'rejected' ? 'removed' : 'kept'
  return {
    reason: report.reason,
    at: report.at.toISOString(),
    state: answer ? answered : gone ? 'gone' : 'waiting',
    ...(answer && { answeredAt: answer.at.toISOString() }),
    slug: comment.survey.slug,
  }
}
