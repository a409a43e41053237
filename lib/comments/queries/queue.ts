import { db, Prisma } from '../../platform/db/client'
import { type Locale, localeOf } from '../../platform/i18n/locale'
import type { Moderator } from '../../staff/rules/roles'
import type { Finding } from '../rules/finding'
import { ESCALATED } from '../rules/reasons'
import { CLAIM_SECONDS } from '../rules/transitions'
import { QUEUE_PAGE, type Queue, type QueueQuery } from '../schema'
import { ATTACHED_TO_BALLOT } from './attached-to-ballot'
import { filters } from './filters'

/**
 * A comment in a queue, with what a decision needs. `written` is its `language` where that may differ from its
 * survey's.
 */
export type QueueItem = {
  comment: string
  revision: number
  /** The decision in force, to be sent back with the next one. */
  seen: string
  text: string
  language: Locale
  written: string
  survey: { slug: string; title: string }
  prompt: string
  sentAt: string
  outcome: 'held' | 'published' | 'rejected'
  rule?: string
  findings: Finding[]
  reason?: string
  note?: string
  reports: { count: number; weight: number; reasons: string[] }
  appeal?: { text: string; at: string; dueAt: string }
  claimedBy?: string
}
export type QueuePage = { items: QueueItem[]; next?: string }

const sql = Prisma.sql
const escalated = sql`d.reason IS NOT DISTINCT FROM ${ESCALATED}`
const muted = sql`d.rule IS NOT DISTINCT FROM 'muted' AND d.outcome = 'held'`
const openReports = sql`(SELECT comment_id, revision, sum(weight) AS weight FROM report WHERE answer_id IS NULL GROUP BY 1, 2)`

type Source = {
  from: Prisma.Sql
  where: Prisma.Sql
  key: Prisma.Sql
  keyIs: 'time' | 'number'
  descending: boolean
}

/** Returns the source of each queue and its order. */
function sourceOf(queue: Queue): Source {
  const comments = sql`comment c JOIN decision d ON d.id = c.decision_id`
  const held = (where: Prisma.Sql): Source => ({
    from: comments,
    where: sql`c.outcome = 'held' AND ${where}`,
    key: sql`c.changed_at`,
    keyIs: 'time',
    descending: false,
  })
  switch (queue) {
    case 'to_see':
      return held(sql`NOT (${escalated}) AND NOT (${muted})`)
    case 'escalated':
      return held(escalated)
    case 'quarantine':
      return held(sql`${muted} AND NOT (${escalated})`)
    case 'published':
    case 'rejected':
      return {
        from: comments,
        where: sql`c.outcome = ${queue}::decision_outcome`,
        // Decisions are numbered in the order they are stored.
        key: sql`c.decision_id`,
        keyIs: 'number',
        descending: true,
      }
    case 'reported':
      return {
        from: sql`${openReports} AS r JOIN comment c ON c.id = r.comment_id AND c.revision = r.revision
          JOIN decision d ON d.id = c.decision_id`,
        where: sql`c.outcome = 'published'`,
        // Whole millionths: a cursor must be read back unchanged.
        key: sql`(r.weight * 1000000)::bigint`,
        keyIs: 'number',
        descending: true,
      }
    case 'appeals':
      return {
        from: sql`appeal p JOIN comment c ON c.decision_id = p.decision_id JOIN decision d ON d.id = c.decision_id`,
        where: sql`p.answer_id IS NULL`,
        key: sql`p.due_at`,
        keyIs: 'time',
        descending: false,
      }
  }
}

/** Builds a cursor: «key:id» of the last item of a page; a time is in microseconds. */
const cursorOf = ({ keyIs }: Source) =>
  keyIs === 'time'
    ? sql`(extract(epoch FROM page.key) * 1000000)::bigint || ':' || c.id`
    : sql`page.key || ':' || c.id`

function afterOf(after: string | undefined, { key, keyIs, descending }: Source): Prisma.Sql {
  const [, given, id] = /^(\d{1,16}):([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  if (!given || !id) return Prisma.empty
  const last =
    keyIs === 'time'
      ? sql`'epoch'::timestamptz + ${given}::bigint * interval '1 microsecond'`
      : sql`${given}::bigint`
  return descending
    ? sql`AND (${key}, c.id) < (${last}, ${id}::uuid)`
    : sql`AND (${key}, c.id) > (${last}, ${id}::uuid)`
}

const stands = sql`EXISTS (SELECT FROM ballot b WHERE ${ATTACHED_TO_BALLOT})`

/** Selects second readings, which wait among the others and look like them. */
const seconds = (moderator: Moderator, narrowed: Prisma.Sql) => sql`
  SELECT c.id, c.changed_at AS key FROM second_reading s
  JOIN comment c ON c.decision_id = s.decision_id JOIN decision d ON d.id = c.decision_id
  WHERE s.outcome IS NULL AND d.staff_id <> ${moderator.id} AND ${stands} ${narrowed}`

type Row = Omit<
  QueueItem,
  'seen' | 'sentAt' | 'survey' | 'appeal' | 'reports' | 'rule' | 'reason' | 'note'
> & {
  seen: bigint
  sentAt: Date
  slug: string
  title: string
  rule: string | null
  reason: string | null
  note: string | null
  blind: boolean
  reports: number
  weight: number | null
  reasons: string[] | null
  appealText: string | null
  appealedAt: Date | null
  dueAt: Date | null
  claimer: string | null
  cursor: string
}

/** Returns a page of a queue, as `moderator` may see it. */
export async function findQueue(moderator: Moderator, query: QueueQuery): Promise<QueuePage> {
  const source = sourceOf(query.queue)
  const narrowed = filters(query)
  const after = afterOf(query.after, source)
  const order = source.descending ? sql`DESC` : sql`ASC`
  const also =
    query.queue === 'to_see'
      ? sql`UNION ALL (${seconds(moderator, sql`${narrowed} ${after}`)} ORDER BY key, id LIMIT ${QUEUE_PAGE + 1})`
      : Prisma.empty
  const rows = await db().$queryRaw<Row[]>`
    WITH picked AS (
      (SELECT c.id, ${source.key} AS key FROM ${source.from}
        WHERE ${source.where} AND ${stands} ${narrowed} ${after}
        ORDER BY ${source.key} ${order}, c.id ${order} LIMIT ${QUEUE_PAGE + 1})
      ${also}
    ),
    page AS (SELECT * FROM picked ORDER BY key ${order}, id ${order} LIMIT ${QUEUE_PAGE + 1})
    SELECT c.id AS comment, c.revision, c.decision_id AS seen, c.text, a.language, s.slug, a.title, q.prompt,
      coalesce(c.language, a.language) AS written, c.changed_at AS "sentAt", d.outcome::text AS outcome, d.rule, d.findings, d.reason, d.note,
      EXISTS (
        SELECT FROM second_reading z
        WHERE z.decision_id = c.decision_id AND z.outcome IS NULL AND d.staff_id <> ${moderator.id}
      ) AS blind,
      coalesce(r.n, 0)::int AS reports, r.weight, r.reasons,
      p.text AS "appealText", p.at AS "appealedAt", p.due_at AS "dueAt", h.name AS claimer,
      ${cursorOf(source)} AS cursor
    FROM page
    JOIN comment c ON c.id = page.id
    JOIN decision d ON d.id = c.decision_id
    JOIN survey s ON s.id = c.survey_id
    JOIN article a ON a.id = s.article_id
    JOIN question q ON q.id = c.question_id
    LEFT JOIN LATERAL (
      SELECT count(*) AS n, sum(weight) AS weight, array_agg(DISTINCT reason) AS reasons
      FROM report WHERE comment_id = c.id AND revision = c.revision AND answer_id IS NULL
    ) AS r ON true
    LEFT JOIN appeal p ON p.decision_id = c.decision_id AND p.answer_id IS NULL
    LEFT JOIN claim l ON l.comment_id = c.id AND l.staff_id <> ${moderator.id}
      AND l.at > now() - make_interval(secs => ${CLAIM_SECONDS})
    LEFT JOIN staff_account h ON h.id = l.staff_id
    ORDER BY page.key ${order}, page.id ${order}`
  const shown = rows.slice(0, QUEUE_PAGE)
  const last = rows.length > QUEUE_PAGE ? shown.at(-1) : undefined
  return { items: shown.map(itemOf), ...(last && { next: last.cursor }) }
}

function itemOf(row: Row): QueueItem {
  // A second reader must not see that anything was decided.
  const decided = row.blind ? undefined : row
  return {
    comment: row.comment,
    revision: row.revision,
    seen: String(row.seen),
    text: row.text,
    language: localeOf(row.language),
    written: row.written,
    survey: { slug: row.slug, title: row.title },
    prompt: row.prompt,
    sentAt: row.sentAt.toISOString(),
    outcome: row.blind ? 'held' : row.outcome,
    ...(row.rule && { rule: row.rule }),
    findings: row.findings,
    ...(decided?.reason && { reason: decided.reason }),
    ...(decided?.note && { note: decided.note }),
    reports: { count: row.reports, weight: row.weight ?? 0, reasons: row.reasons ?? [] },
    ...(row.appealText !== null &&
      row.appealedAt &&
      row.dueAt && {
        appeal: { text: row.appealText, at: row.appealedAt.toISOString(), dueAt: row.dueAt.toISOString() },
      }),
    ...(row.claimer && { claimedBy: row.claimer }),
  }
}

/** Above this the desk shows «more»: the difference does not help to plan an evening. */
export const MAX_COUNTED = 1_000

/** Counts what waits in each queue now, up to MAX_COUNTED. */
export async function countQueues(moderator: Moderator): Promise<Record<Queue, number>> {
  const counted = (queue: Queue) => {
    const { from, where } = sourceOf(queue)
    return sql`(SELECT count(*)::int FROM (
      SELECT FROM ${from} WHERE ${where} AND ${stands} LIMIT ${MAX_COUNTED}) AS n)`
  }
  const [row] = await db().$queryRaw<Record<Queue, number>[]>`
    SELECT ${counted('to_see')} + (SELECT count(*)::int FROM (${seconds(moderator, Prisma.empty)}) AS n) AS to_see,
      ${counted('reported')} AS reported, ${counted('appeals')} AS appeals, ${counted('escalated')} AS escalated,
      ${counted('published')} AS published, ${counted('rejected')} AS rejected, ${counted('quarantine')} AS quarantine`
  if (!row) throw new Error('a count always has a row')
  return row
}
