import { db, Prisma } from '../../platform/db/client'
import { monthOf } from '../../platform/db/days'
import { TITLE } from '../../platform/db/title'
import { LoadingCache } from '../../platform/runtime/loading-cache'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { optionName } from '../../surveys/rules/aspects'
import { REASON_CODES, type Reason } from '../rules/reasons'
import type { Transparency, TransparencyMonth } from '../rules/transparency'

/** Decisions that stand: neither undone, nor themselves an undo. */
type Decided = {
  month: string
  published: number
  rejected: number
  automated: number
  human: number
  reasons: Record<string, number> | null
}
type Median = { month: string; seconds: number }
type Appeals = { month: string; received: number; upheld: number; dismissed: number }

const decidedByMonth = () => db().$queryRaw<Decided[]>`
  WITH standing AS (
    SELECT ${monthOf(Prisma.sql`d.at`)} AS month, d.outcome, d.reason,
      d.staff_id IS NULL AND d.rule IS DISTINCT FROM 'shell' AS automated
    FROM decision d
    WHERE d.outcome IN ('published', 'rejected') AND d.undoes IS NULL
      AND NOT EXISTS (SELECT FROM decision u WHERE u.undoes = d.id)
  ),
  reasons AS (
    SELECT month, jsonb_object_agg(reason, n) AS reasons
    FROM (SELECT month, reason, count(*) AS n FROM standing WHERE outcome = 'rejected' GROUP BY 1, 2) AS r
    GROUP BY month
  )
  SELECT month, count(*) FILTER (WHERE outcome = 'published')::int AS published,
    count(*) FILTER (WHERE outcome = 'rejected')::int AS rejected,
    count(*) FILTER (WHERE automated)::int AS automated, count(*) FILTER (WHERE NOT automated)::int AS human,
    (SELECT reasons FROM reasons r WHERE r.month = standing.month) AS reasons
  FROM standing GROUP BY month ORDER BY month DESC`

/** Measures from the sending of a revision to a person's first decision about it. */
const medianByMonth = () => db().$queryRaw<Median[]>`
  SELECT ${monthOf(Prisma.sql`at`)} AS month,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM at - created_at))::float AS seconds
  FROM (
    SELECT DISTINCT ON (d.comment_id, d.revision) d.at, r.created_at
    FROM decision d JOIN comment_revision r ON r.comment_id = d.comment_id AND r.number = d.revision
    WHERE d.staff_id IS NOT NULL AND d.undoes IS NULL AND d.outcome IN ('published', 'rejected')
      AND NOT EXISTS (SELECT FROM decision u WHERE u.undoes = d.id)
    ORDER BY d.comment_id, d.revision, d.id
  ) AS first GROUP BY month`

const appealsByMonth = () => db().$queryRaw<Appeals[]>`
  SELECT ${monthOf(Prisma.sql`p.at`)} AS month, count(*)::int AS received,
    count(*) FILTER (WHERE d.outcome = 'published')::int AS upheld,
    count(*) FILTER (WHERE d.outcome = 'rejected')::int AS dismissed
  FROM appeal p LEFT JOIN decision d ON d.id = p.answer_id GROUP BY month`

const reportsByMonth = () => db().$queryRaw<Appeals[]>`
  SELECT ${monthOf(Prisma.sql`p.at`)} AS month, count(*)::int AS received,
    count(*) FILTER (WHERE d.outcome = 'rejected')::int AS upheld,
    count(*) FILTER (WHERE d.outcome = 'published')::int AS dismissed
  FROM report p LEFT JOIN decision d ON d.id = p.answer_id GROUP BY month`

/** Maximum surveys listed with their rates; older ones stay in the monthly counts. */
const MAX_SURVEYS = 20
/** The minimum decisions for a rate: with fewer, it says more about one comment than about moderation. */
export const MIN_FOR_RATE = 5

type Rate = {
  slug: string
  title: string
  language: 'fr' | 'en'
  prompt: string
  label: string
  aspect: string | null
  decided: number
  rejected: number
}

const ratesByAnswer = () => db().$queryRaw<Rate[]>`
  WITH recent AS (
    SELECT survey_id FROM comment WHERE outcome IN ('published', 'rejected')
    GROUP BY survey_id ORDER BY survey_id DESC LIMIT ${MAX_SURVEYS}
  ),
  cells AS (
    SELECT cell, count(*)::int AS decided, count(*) FILTER (WHERE c.outcome = 'rejected')::int AS rejected
    FROM comment c
    JOIN decision d ON d.id = c.decision_id AND d.staff_id IS NOT NULL
    JOIN ballot b ON b.title_id = ${TITLE} AND b.survey_id = c.survey_id AND b.reader = c.reader
    CROSS JOIN unnest(b.cells) AS cell
    WHERE c.survey_id IN (SELECT survey_id FROM recent) AND c.outcome IN ('published', 'rejected')
      AND cell LIKE 'o%'
    GROUP BY cell
  )
  SELECT s.slug, a.title, a.language, q.prompt, o.label, o.aspect, cells.decided, cells.rejected
  FROM cells
  JOIN option o ON o.id = substr(cells.cell, 2)::int
  JOIN question q ON q.id = o.question_id
  JOIN survey s ON s.id = q.survey_id
  JOIN article a ON a.id = s.article_id
  ORDER BY s.id DESC, q.position, o.position`

type Seconds = { read: number; agreed: number }
const secondReadings = () => db().$queryRaw<Seconds[]>`
  SELECT count(*)::int AS read, count(*) FILTER (WHERE s.outcome = d.outcome)::int AS agreed
  FROM second_reading s JOIN decision d ON d.id = s.decision_id
  WHERE s.outcome IS NOT NULL AND NOT EXISTS (SELECT FROM decision u WHERE u.undoes = d.id)`

const reasonsOf = (counts: Record<string, number> | null) =>
  Object.fromEntries(REASON_CODES.map((code) => [code, counts?.[code] ?? 0])) as Record<Reason, number>

async function readTransparency(): Promise<Transparency> {
  const [decided, medians, appeals, reports, [seconds], rates] = await Promise.all([
    decidedByMonth(),
    medianByMonth(),
    appealsByMonth(),
    reportsByMonth(),
    secondReadings(),
    ratesByAnswer(),
  ])
  const months = [...new Set([...decided, ...appeals, ...reports].map(({ month }) => month))]
  const of = <T extends { month: string }>(rows: T[], month: string) =>
    rows.find((row) => row.month === month)
  const outcome = (row: Appeals | undefined) => ({
    received: row?.received ?? 0,
    upheld: row?.upheld ?? 0,
    dismissed: row?.dismissed ?? 0,
  })
  return {
    months: months
      .sort()
      .reverse()
      .map((month): TransparencyMonth => {
        const { published = 0, rejected = 0, automated = 0, human = 0, reasons } = of(decided, month) ?? {}
        const median = of(medians, month)?.seconds
        return {
          month,
          published,
          rejected,
          automated,
          human,
          reasons: reasonsOf(reasons ?? null),
          medianSecondsToDecide: median === undefined ? null : Math.round(median),
          appeals: outcome(of(appeals, month)),
          reports: outcome(of(reports, month)),
        }
      }),
    secondReadings: { read: seconds?.read ?? 0, agreed: seconds?.agreed ?? 0 },
    answers: rates.map(({ decided: all, rejected, aspect, ...answer }) => ({
      ...answer,
      label: optionName({ label: answer.label, aspect }, answer.language),
      // So few could be recognised: only the fact that there were some is published.
      ...(all >= MIN_FOR_RATE && { decided: all, rejected }),
    })),
  }
}

/** Milliseconds for which a result is reused. It sums over every decision ever stored: once a minute suffices. */
const FRESH_MS = 60_000

/**
 * Returns the statistics of moderation by month, at most a minute old. The one source of the page, the CSV and the
 * JSON.
 */
export async function transparency(): Promise<Transparency> {
  const kept = oncePerProcess(
    'transparency',
    () => new LoadingCache<'all', Transparency>({ max: 1, ttl: FRESH_MS }),
  )
  return kept.get('all', readTransparency)
}
