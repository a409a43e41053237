import { Prisma, voteDb } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { OVER_SQL } from '../../surveys/rules/lifecycle'
import type { StoredStep } from '../rules/published'
import { versionKey } from '../rules/tally-keys'

/**
 * Limits the newest ballot events, per ballot of a batch, in which new ballots are counted. So the cost stays the same
 * however many changes wait.
 */
const EVENTS_A_BALLOT = 40

const OVER = Prisma.raw(OVER_SQL)

/** If the first check finds this many batches, they came unobserved, as in an import: figures are shown at once. */
const UNSEEN_BATCHES = 10

export type Kept = {
  /** Null if the caller has it already, or if there is none yet. */
  shown: StoredStep | null
  shown_seq: bigint | null
  next_seq: bigint | null
  next_ballots: number | null
}

type Row = Kept & { head: bigint; at: Date; few: Record<string, number> | null }

/**
 * Reads a survey's head and what is kept of its public figures; undefined before the first ballot. `few` has ballots by
 * version where no figures are shown yet. Leaves out what the caller knows (`head`, `shown`).
 */
export async function readKept(
  surveyId: number,
  version: number,
  { head = 0n, shown = null }: { head?: bigint | undefined; shown?: bigint | null | undefined },
): Promise<Row | undefined> {
  const [row] = await voteDb().$queryRaw<Row[]>`/* readKept */
    SELECT h.seq AS head, date_trunc('minute', h.at) AS at, p.shown_seq, p.next_seq, p.next_ballots,
      CASE WHEN p.shown_seq IS DISTINCT FROM ${shown}::bigint THEN p.shown END AS shown,
      CASE WHEN p.shown_seq IS NULL AND h.seq <> ${head}::bigint THEN (
        SELECT jsonb_object_agg(cell, count) FROM tally
        WHERE title_id = h.title_id AND survey_id = h.survey_id AND (cell = 'b' OR cell LIKE 'v%')
      ) END AS few
    FROM tally_head h
    LEFT JOIN public_figures p ON p.survey_id = h.survey_id AND p.version = ${version}::int
    WHERE h.title_id = ${TITLE} AND h.survey_id = ${surveyId}::int`
  return row
}

/** Selects the quarantines in force, each with when it was set aside: only these change what is set aside. */
const inForce = (surveyId: number) => Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_array(id, extract(epoch FROM set_aside_at)) ORDER BY id) FROM quarantine
  WHERE survey_id = ${surveyId}::int AND set_aside_at IS NOT NULL AND lifted_at IS NULL
)`

/** Sums the set-aside ballots by rule. Its cost grows with their number. */
const aside = (surveyId: number) => Prisma.sql`(
  SELECT jsonb_object_agg(rule, cells) FROM (
    SELECT rule, jsonb_object_agg(cell, n) AS cells FROM (
      SELECT q.rule, cell, count(*) AS n
      FROM quarantine q
      JOIN quarantine_member m ON m.quarantine_id = q.id
      JOIN ballot b ON b.title_id = ${TITLE} AND b.survey_id = q.survey_id AND b.reader = m.reader AND b.quarantine_id = q.id
      CROSS JOIN unnest(b.cells) AS cell
      WHERE q.survey_id = ${surveyId}::int AND q.set_aside_at IS NOT NULL AND q.lifted_at IS NULL
      GROUP BY q.rule, cell
    ) AS counted GROUP BY rule
  ) AS by_rule
)`

/** Builds the whole current tally of a survey (`h` is its head), with what is shown beside it. */
const stateSql = (surveyId: number, at: Prisma.Sql, setAside: Prisma.Sql) => Prisma.sql`jsonb_build_object(
  'seq', h.seq,
  'at', to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'chain', encode(h.chain, 'hex'),
  'counts', (SELECT jsonb_object_agg(cell, count) FROM tally WHERE title_id = ${TITLE} AND survey_id = ${surveyId}::int),
  'hours', (
    SELECT jsonb_agg(jsonb_build_object(
      'hour', to_char(hour AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'source', source, 'ballots', n))
    FROM (
      SELECT hour, source, sum(ballots) AS n FROM visit WHERE title_id = ${TITLE} AND survey_id = ${surveyId}::int
      GROUP BY GROUPING SETS ((hour), (source)) HAVING sum(ballots) <> 0
    ) AS counted
  ),
  'inForce', ${inForce(surveyId)},
  'aside', ${setAside},
  'event', (SELECT coalesce(max(id), 0)::text FROM ballot_event WHERE title_id = ${TITLE} AND survey_id = ${surveyId}::int)
)`

/**
 * Takes the next step of a version's public figures if at least `batch` counted ballots have come to it since the last
 * one. Shows the tally that was kept for it, and keeps the present one. Returns what is kept then, or undefined where
 * it is too early. One statement, so the tally kept is that of one commit; a step that another process took meanwhile
 * stays. Ballots that came and left again, or are set aside, do not count towards a step, nor do changes.
 */
export async function releaseNext(
  surveyId: number,
  version: number,
  batch: number,
): Promise<Kept | undefined> {
  const cell = versionKey(version)
  const setAside = Prisma.sql`CASE WHEN kept.next -> 'inForce' = coalesce(${inForce(surveyId)}, 'null')
    THEN kept.next -> 'aside' ELSE ${aside(surveyId)} END`
  const state = stateSql(surveyId, Prisma.sql`date_trunc('minute', h.at)`, setAside)
  const [row] = await voteDb().$queryRaw<Kept[]>`/* releaseNext */
    WITH kept AS (
      SELECT next, next_seq, (next ->> 'event')::bigint AS event FROM public_figures
      WHERE survey_id = ${surveyId}::int AND version = ${version}::int
    ),
    recent AS (
      SELECT reader FROM ballot_event
      WHERE title_id = ${TITLE} AND survey_id = ${surveyId}::int AND id > coalesce((SELECT event FROM kept), 0)
      ORDER BY id DESC LIMIT ${EVENTS_A_BALLOT * batch}::int
    ),
    entered AS (
      SELECT count(*) AS n
      FROM (SELECT reader, count(*) AS events FROM recent GROUP BY reader) AS by_reader
      JOIN ballot b ON b.title_id = ${TITLE} AND b.survey_id = ${surveyId}::int AND b.reader = by_reader.reader
      WHERE b.quarantine_id IS NULL AND ${cell} = ANY (b.cells)
        -- All it ever was it became since, or its last change brought it here from other questions.
        AND (by_reader.events = b.revision OR (b.previous <> '{}' AND NOT ${cell} = ANY (b.previous)))
    ),
    now AS MATERIALIZED (
      SELECT h.seq, t.count, ${state} AS state
      FROM tally_head h JOIN tally t ON t.title_id = h.title_id AND t.survey_id = h.survey_id AND t.cell = ${cell} LEFT JOIN kept ON true
      WHERE h.title_id = ${TITLE} AND h.survey_id = ${surveyId}::int AND (
        (SELECT n FROM entered) >= ${batch}::int
        OR kept.next_seq IS NULL AND t.count >= ${UNSEEN_BATCHES * batch}::int
      )
    ),
    stepped AS (
      SELECT now.*, kept.next AS shown, kept.next_seq AS shown_seq
      FROM now LEFT JOIN kept ON true WHERE kept.next_seq IS NOT NULL OR now.count < ${UNSEEN_BATCHES * batch}::int
      UNION ALL
      SELECT now.*, state, seq FROM now
      WHERE now.count >= ${UNSEEN_BATCHES * batch}::int AND NOT EXISTS (SELECT FROM kept)
    )
    INSERT INTO public_figures AS p (survey_id, version, shown, shown_seq, next, next_seq, next_ballots)
    SELECT ${surveyId}::int, ${version}::int, shown, shown_seq, state, seq, count FROM stepped
    ON CONFLICT (survey_id, version) DO UPDATE
      SET shown = excluded.shown, shown_seq = excluded.shown_seq,
        next = excluded.next, next_seq = excluded.next_seq, next_ballots = excluded.next_ballots
      WHERE p.next_seq = excluded.shown_seq
    RETURNING shown, shown_seq, next_seq, next_ballots`
  return row
}

/**
 * Shows the exact tally of a survey that accepts no more ballots. If it opens again, its figures continue from what
 * readers have seen. Returns undefined while the database still accepts ballots for it, or holds fewer than `fewest`.
 */
export async function releaseAtClosing(
  surveyId: number,
  version: number,
  fewest: number,
): Promise<StoredStep | undefined> {
  const [row] = await voteDb().$queryRaw<{ shown: StoredStep }[]>`/* releaseAtClosing */
    WITH now AS MATERIALIZED (
      SELECT h.seq, t.count, ${stateSql(surveyId, Prisma.sql`h.at`, aside(surveyId))} AS state
      FROM tally_head h
      JOIN survey s ON s.id = h.survey_id AND ${OVER}
      JOIN tally t ON t.title_id = h.title_id AND t.survey_id = h.survey_id AND t.cell = ${versionKey(version)} AND t.count >= ${fewest}::int
      WHERE h.title_id = ${TITLE} AND h.survey_id = ${surveyId}::int
    )
    INSERT INTO public_figures AS p (survey_id, version, shown, shown_seq, next, next_seq, next_ballots)
    SELECT ${surveyId}::int, ${version}::int, state, seq, state, seq, count FROM now
    ON CONFLICT (survey_id, version) DO UPDATE
      SET shown = excluded.shown, shown_seq = excluded.shown_seq,
        next = excluded.next, next_seq = excluded.next_seq, next_ballots = excluded.next_ballots
      WHERE p.next_seq <= excluded.next_seq
    RETURNING shown`
  return row?.shown
}
