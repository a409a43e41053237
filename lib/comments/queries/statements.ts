import { db, Prisma } from '../../platform/db/client'
import { daysOfMonth, onDays } from '../../platform/db/days'
import { localeOf } from '../../platform/i18n/locale'
import { checkStatement } from '../rules/dsa-check'
import { DSA_MOST_AT_ONCE } from '../rules/dsa-rules'
import { isReason } from '../rules/reasons'
import { dsaStatement } from '../rules/statement-of-reasons'

type Row = {
  id: bigint
  reason: string | null
  law: string | null
  rule: string | null
  automated: boolean
  language: string
  written: string | null
  sentAt: Date
  at: Date
  charterVersion: number | null
  illegal: boolean
  flagged: boolean
}

/**
 * Returns the statements of reasons of a month of the newsroom («2026-03»), oldest first. A page holds as many as the database accepts
 * in one request; `next` continues after the last. Omits those it would refuse, and lists them in `leftOut` with the
 * reason.
 */
export async function statementsOf(month: string, after = '0') {
  const rows = await db().$queryRaw<Row[]>`
    SELECT d.id, d.reason, d.law, d.rule, d.staff_id IS NULL AND d.rule IS DISTINCT FROM 'shell' AS automated,
      a.language, CASE WHEN c.revision = d.revision THEN c.language END AS written, r.created_at AS "sentAt", d.at, d.charter_version AS "charterVersion",
      EXISTS (SELECT FROM report p WHERE p.answer_id = d.id AND p.reason = 'illegal') AS illegal,
      EXISTS (SELECT FROM report p WHERE p.answer_id = d.id AND p.reason <> 'illegal') AS flagged
    FROM decision d
    JOIN comment_revision r ON r.comment_id = d.comment_id AND r.number = d.revision
    JOIN comment c ON c.id = d.comment_id
    JOIN survey s ON s.id = d.survey_id
    JOIN article a ON a.id = s.article_id
    WHERE d.outcome = 'rejected' AND d.undoes IS NULL AND d.id > ${after}::bigint
      AND ${onDays(Prisma.sql`d.at`, daysOfMonth(month))}
      AND NOT EXISTS (SELECT FROM decision u WHERE u.undoes = d.id)
    ORDER BY d.id LIMIT ${DSA_MOST_AT_ONCE + 1}`
  const shown = rows.slice(0, DSA_MOST_AT_ONCE)
  const last = rows.length > DSA_MOST_AT_ONCE ? shown.at(-1) : undefined
  const checked = shown.map((row) => {
    const statement = dsaStatement({
      decisionId: String(row.id),
      reason: isReason(row.reason) ? row.reason : undefined,
      law: row.law,
      rule: row.rule,
      automated: row.automated,
      language: localeOf(row.language),
      written: row.written ?? undefined,
      sentAt: row.sentAt,
      decidedAt: row.at,
      charterVersion: row.charterVersion,
      reported: row.illegal ? 'illegal' : row.flagged ? 'flag' : undefined,
    })
    return { puid: statement.puid, ...checkStatement(statement) }
  })
  return {
    statements: checked.flatMap(({ statement }) => (statement ? [statement] : [])),
    leftOut: checked.flatMap(({ puid, leftOut }) => leftOut.map((one) => ({ puid, ...one }))),
    ...(last && { next: String(last.id) }),
  }
}
