import { db, Prisma } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { KEY_PREFIXES } from '../../readers/rules/network-key'
import type { Compared, Narrowed } from '../rules/integrity/finding'
import { type Group, MAX_SECONDS, type Sample, STALE_SECONDS, without } from '../rules/integrity/sample'
import type { Burst, Timeline } from '../rules/integrity/timeline'

/** Hours of ballots that are inspected: as long as networks are kept, less the time a sweep may be late. */
export const LOOKED_AT_HOURS = 46
/** No rule judges a group of fewer ballots. */
const MIN_GROUP = 30
/**
 * The prefix lengths of an IPv6 network's key that can form a group. A wider prefix needs as many more ballots as a
 * limit allows it more.
 */
const [, HOUSEHOLD, SITE] = KEY_PREFIXES
/** The largest networks of a survey and of each of its bursts. */
const MAX_GROUPS = 200
const MINUTE_MS = 60_000

type Reader = Pick<Prisma.TransactionClient, '$queryRaw'>

/** All the answers of a ballot as one number, by which equal ballots are found. */
const PATTERN = Prisma.raw(`hashtextextended(array_to_string(cells, ' '), 0)`)

const recent = (surveyId: number, since: Date) => Prisma.sql`
  FROM ballot WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND cast_at >= ${since} AND cells <> '{}'`

/** Returns the surveys that were answered since, with the sequence of their tally. */
export const answeredSince = (since: Date) =>
  db().tallyHead.findMany({
    where: { titleId: TITLE, at: { gte: since } },
    select: { surveyId: true, seq: true },
  })

/** Returns ballots by the minute. Includes those set aside, which were part of the course. */
export async function findTimeline(tx: Reader, surveyId: number, since: Date): Promise<Timeline> {
  const rows = await tx.$queryRaw<{ minute: number; count: number }[]>`/* findCourse */
    SELECT floor(extract(epoch FROM cast_at) / 60)::int AS minute, count(*)::int AS count
    ${recent(surveyId, since)} GROUP BY 1`
  return new Map(rows.map(({ minute, count }) => [minute, count]))
}

type Row = {
  /** 0 for all inspected ballots, then the bursts in their order. */
  part: number
  /** Null for all networks together. */
  network: string | null
  /** Ballots of networks that have no row of their own, or of no known network. */
  crowd: boolean
  size: number
  bare: number
  stale: number
  from: Date
  to: Date
  seconds: Record<string, number> | null
  top: string | null
  top_count: number
  top_elsewhere: number
  low: number | null
  middle: number | null
  high: number | null
}

/**
 * Returns each large network and each burst with what the rules need of it, in one statement and so from one snapshot.
 */
const readGroups = (tx: Reader, surveyId: number, since: Date, bursts: Burst[]) => tx.$queryRaw<
  Row[]
>`/* readGroups */
  WITH recent AS MATERIALIZED (
    SELECT network, cast_at, source IS NULL AS bare, coalesce(seconds >= ${STALE_SECONDS}, false) AS stale,
      CASE WHEN source IS NOT NULL THEN least(seconds, ${MAX_SECONDS + 1}) END AS seconds, ${PATTERN} AS pattern
    ${recent(surveyId, since)}
  ),
  part AS (
    SELECT 0::int AS n, '-infinity'::timestamptz AS since, 'infinity'::timestamptz AS until
    UNION ALL
    SELECT n::int, to_timestamp(first * 60), to_timestamp((last + 1) * 60)
    FROM unnest(${bursts.map(({ from }) => from)}::int[], ${bursts.map(({ to }) => to)}::int[])
      WITH ORDINALITY AS b (first, last, n)
  ),
  sizes AS (
    SELECT p.n AS part, r.network, count(*)::int AS size
    FROM recent r JOIN part p ON r.cast_at >= p.since AND r.cast_at < p.until
    WHERE r.network IS NOT NULL GROUP BY 1, 2
  ),
  -- A wider network is of several links: of one alone it would tell nothing more.
  large AS (
    SELECT part, 0 AS width, network, size FROM sizes WHERE size >= ${MIN_GROUP}
    UNION ALL SELECT part, 1, substring(network FOR ${HOUSEHOLD.bytes}), sum(size)::int FROM sizes GROUP BY 1, 3
    HAVING sum(size) >= ${MIN_GROUP * HOUSEHOLD.share} AND sum(size) - max(size) >= ${MIN_GROUP}
    UNION ALL SELECT part, 2, substring(network FOR ${SITE.bytes}), sum(size)::int FROM sizes GROUP BY 1, 3
    HAVING sum(size) >= ${MIN_GROUP * SITE.share} AND sum(size) - max(size) >= ${MIN_GROUP}
    ORDER BY size DESC LIMIT ${MAX_GROUPS}
  ),
  placed AS MATERIALIZED (
    SELECT p.n AS part, r.* FROM recent r JOIN part p ON r.cast_at >= p.since AND r.cast_at < p.until
  ),
  named AS MATERIALIZED (
    SELECT l.part, l.network, bare, stale, seconds, cast_at, pattern, p.network AS link
    FROM placed p CROSS JOIN LATERAL (VALUES
      (0, p.network), (1, substring(p.network FOR ${HOUSEHOLD.bytes})), (2, substring(p.network FOR ${SITE.bytes}))
    ) AS w (width, network)
    JOIN large l ON l.part = p.part AND l.width = w.width AND l.network = w.network
  ),
  -- Each ballot once for each large network it is in, once for the burst, and once for the crowd, if it is of any of these.
  grouped AS MATERIALIZED (
    SELECT part, network, false AS crowd, bare, stale, seconds, cast_at, pattern FROM named
    UNION ALL SELECT part, NULL, false, bare, stale, seconds, cast_at, pattern FROM placed
    UNION ALL SELECT part, NULL, true, bare, stale, seconds, cast_at, pattern FROM placed
    WHERE part = 0 AND (network IS NULL OR network NOT IN (SELECT link FROM named WHERE part = 0))
  ),
  times AS (
    SELECT part, network, crowd, jsonb_object_agg(seconds, n) AS seconds
    FROM (SELECT part, network, crowd, seconds, count(*) AS n FROM grouped WHERE seconds IS NOT NULL GROUP BY 1, 2, 3, 4) AS t
    GROUP BY 1, 2, 3
  ),
  tops AS (
    SELECT DISTINCT ON (part, network) part, network, pattern, n
    FROM (SELECT part, network, pattern, count(*) AS n FROM grouped WHERE network IS NOT NULL GROUP BY 1, 2, 3) AS t
    ORDER BY part, network, n DESC
  ),
  elsewhere AS (
    SELECT pattern, count(*) AS n FROM grouped WHERE crowd AND pattern IN (SELECT pattern FROM tops) GROUP BY 1
  ),
  gaps AS (
    SELECT network, percentile_cont(ARRAY[0.1, 0.5, 0.9]) WITHIN GROUP (ORDER BY gap) AS gap
    FROM (
      SELECT network, extract(epoch FROM cast_at - lag(cast_at) OVER (PARTITION BY network ORDER BY cast_at))::float AS gap
      FROM grouped WHERE part = 0 AND network IS NOT NULL
    ) AS t GROUP BY 1
  )
  SELECT g.part, encode(g.network, 'hex') AS network, g.crowd, count(*)::int AS size,
    count(*) FILTER (WHERE g.bare)::int AS bare, count(*) FILTER (WHERE g.stale)::int AS stale,
    min(g.cast_at) AS from, max(g.cast_at) AS to,
    (SELECT t.seconds FROM times t WHERE t.part = g.part AND t.network IS NOT DISTINCT FROM g.network AND t.crowd = g.crowd) AS seconds,
    max(o.pattern)::text AS top, coalesce(max(o.n), 0)::int AS top_count, coalesce(max(e.n), 0)::int AS top_elsewhere,
    max(s.gap[1]) AS low, max(s.gap[2]) AS middle, max(s.gap[3]) AS high
  FROM grouped g
  LEFT JOIN tops o ON o.part = g.part AND o.network = g.network
  LEFT JOIN elsewhere e ON e.pattern = o.pattern
  LEFT JOIN gaps s ON s.network = g.network AND g.part = 0
  GROUP BY g.part, g.network, g.crowd`

const NOBODY: Sample = { size: 0, bare: 0, stale: 0, seconds: new Map() }

const sampleOf = ({ size, bare, stale, seconds }: Row): Sample => ({
  size,
  bare,
  stale,
  seconds: new Map(Object.entries(seconds ?? {}).map(([second, count]) => [Number(second), count])),
})

/** A group to judge, with its comparison. */
export type Anomaly = { group: Group; compared: Compared }

/** Returns the groups of a survey's ballots that the rules inspect, each with its comparison group. */
export async function findAnomalies(
  tx: Reader,
  surveyId: number,
  { since, bursts, questions }: { since: Date; bursts: Burst[]; questions: number },
): Promise<Anomaly[]> {
  const rows = await readGroups(tx, surveyId, since, bursts)
  const find = (part: number, network: string | null, crowd = false) =>
    rows.find((row) => row.part === part && row.network === network && row.crowd === crowd)
  const all = find(0, null)
  if (!all) return []
  const crowd = find(0, null, true)
  return rows
    .filter((row) => !row.crowd && (row.part > 0 || row.network !== null))
    .map((row): Anomaly => {
      const burst = row.part > 0 ? find(row.part, null) : undefined
      const own = (row.network !== null && find(0, row.network)?.size) || row.size
      return {
        group: {
          ...sampleOf(row),
          ...(row.network !== null && { network: row.network }),
          ...(burst && { burst: { size: burst.size } }),
          from: row.from,
          to: row.to,
          top: { pattern: row.top ?? '', count: row.top_count, elsewhere: row.top_elsewhere },
          gaps: { low: row.low ?? 0, middle: row.middle ?? 0, high: row.high ?? 0 },
        },
        compared: {
          crowd:
            row.network === null ? without(sampleOf(all), sampleOf(row)) : crowd ? sampleOf(crowd) : NOBODY,
          outside: { own: own - row.size, all: all.size - (burst?.size ?? 0) },
          questions,
        },
      }
    })
}

/** Matches a network. A wider network's key is the prefix of its links' keys. */
const networkSql = (key: string) =>
  Prisma.sql`substring(b.network FOR ${key.length / 2}::int) = decode(${key}, 'hex')`

/** Selects the ballots that a finding covers, as a condition on `ballot b`. */
export function membersSql(surveyId: number, group: Group, { bare, seconds, pattern }: Narrowed): Prisma.Sql {
  // Times are read to the millisecond: the last ballot belongs to it too.
  const end = new Date(group.to.getTime() + 1)
  const conditions = [
    Prisma.sql`b.title_id = ${TITLE} AND b.survey_id = ${surveyId} AND b.cast_at >= ${group.from} AND b.cast_at < ${end} AND b.cells <> '{}'`,
    ...(group.network ? [networkSql(group.network)] : []),
    ...(bare ? [Prisma.sql`b.source IS NULL`] : []),
    ...(seconds ? [Prisma.sql`b.source IS NOT NULL AND b.seconds >= ${seconds[0]}`] : []),
    ...(seconds?.[1] === undefined ? [] : [Prisma.sql`b.seconds <= ${seconds[1]}`]),
    ...(pattern ? [Prisma.sql`${PATTERN} = ${pattern}::bigint`] : []),
  ]
  return Prisma.join(conditions, ' AND ')
}

/** Bars of the chart that a person sees. */
const BARS = 48

/** Returns the ballots of the survey around `from` and `to`, and how many of them were in a quarantine. */
export async function findPicture(
  tx: Reader,
  surveyId: number,
  quarantineId: number,
  { from, to }: Pick<Group, 'from' | 'to'>,
): Promise<{ from: string; seconds: number; all: number[]; found: number[] }> {
  const around = Math.max(to.getTime() - from.getTime(), 10 * MINUTE_MS)
  const start = from.getTime() - around
  const step = Math.ceil((to.getTime() + around - start) / BARS / 1000)
  const rows = await tx.$queryRaw<{ bar: number; all: number; found: number }[]>`
    SELECT floor((extract(epoch FROM b.cast_at) - ${start / 1000}) / ${step})::int AS bar,
      count(*)::int AS all, count(m.reader)::int AS found
    FROM ballot b
    LEFT JOIN quarantine_member m ON m.quarantine_id = ${quarantineId} AND m.reader = b.reader
    WHERE b.title_id = ${TITLE} AND b.survey_id = ${surveyId} AND b.cells <> '{}'
      AND b.cast_at >= ${new Date(start)} AND b.cast_at < ${new Date(start + step * BARS * 1000)}
    GROUP BY 1`
  const bars = (of: 'all' | 'found') =>
    Array.from({ length: BARS }, (_, bar) => rows.find((row) => row.bar === bar)?.[of] ?? 0)
  return { from: new Date(start).toISOString(), seconds: step, all: bars('all'), found: bars('found') }
}
