import type { Prisma } from '../../platform/db/client'
import { ESCALATED } from '../rules/reasons'
import type { CommentState } from '../rules/transitions'

/** The state of a comment whose row is locked. */
export type LockedComment = CommentState & {
  surveyId: number
  revision: number
  withdrawn: boolean
  /** Null before the checks have run. */
  seen: bigint | null
  staffId: number | null
  by: string | null
  rule: string | null
  reason: string | null
  at: Date | null
  findings: Prisma.InputJsonValue
  appealId: bigint | null
  /** A second reading of this very decision waits for another moderator. */
  secondReading: boolean
}

type Row = Omit<LockedComment, 'escalated' | 'openAppeal'>

/**
 * Reads and locks the comment until the transaction ends: a concurrent decision waits and sees the first one's result.
 */
export async function lockComment(
  tx: Prisma.TransactionClient,
  id: string,
): Promise<LockedComment | undefined> {
  // Two statements: a lock that had to wait rereads only the locked row, not the rows joined to it.
  const found = await tx.$queryRaw<unknown[]>`SELECT FROM comment WHERE id = ${id}::uuid FOR UPDATE`
  if (!found.length) return undefined
  const [row] = await tx.$queryRaw<Row[]>`/* lockComment */
    SELECT c.survey_id AS "surveyId", c.revision, c.withdrawn_at IS NOT NULL AS withdrawn, c.decision_id AS seen,
      c.outcome::text AS outcome, d.staff_id AS "staffId", a.name AS by, d.rule, d.reason, d.at,
      coalesce(d.findings, '[]') AS findings,
      (SELECT count(*)::int FROM report r
        WHERE r.comment_id = c.id AND r.revision = c.revision AND r.answer_id IS NULL) AS "openReports",
      (SELECT p.id FROM appeal p WHERE p.decision_id = c.decision_id AND p.answer_id IS NULL) AS "appealId",
      EXISTS (
        SELECT FROM second_reading s WHERE s.decision_id = c.decision_id AND s.outcome IS NULL
      ) AS "secondReading"
    FROM comment c
    LEFT JOIN decision d ON d.id = c.decision_id
    LEFT JOIN staff_account a ON a.id = d.staff_id
    WHERE c.id = ${id}::uuid`
  return row && { ...row, escalated: row.reason === ESCALATED, openAppeal: row.appealId !== null }
}
