import { Prisma } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { appendLink } from './chain'

type Tx = Prisma.TransactionClient

/** The lock of a survey's quarantines: changes to them run one at a time, and the second sees the first's result. */
const LOCK = 6

/** Takes the lock of a survey's quarantines until the transaction ends, and waits for it if need be. */
export const lockQuarantines = (tx: Tx, surveyId: number) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int, ${surveyId}::int)`

/**
 * Tries to take the lock without waiting, and returns whether it did. For the job, which can wait for its next turn.
 */
export async function tryLockQuarantines(tx: Tx, surveyId: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${LOCK}::int, ${surveyId}::int) AS free`
  return row?.free ?? false
}

type Moved = {
  size: number
  cells: Record<string, number> | null
  hours: { hour: string; source: string; count: number }[] | null
}

/**
 * Selects which of a quarantine's ballots move, locked in the order of their keys, and which quarantine they belong to
 * then.
 */
const moving = {
  out: (surveyId: number, id: number) => Prisma.sql`
    SELECT b.title_id, b.survey_id, b.reader, ${id}::int AS quarantine_id
    FROM ballot b JOIN quarantine_member m ON m.quarantine_id = ${id} AND m.reader = b.reader
    WHERE b.title_id = ${TITLE} AND b.survey_id = ${surveyId} AND b.quarantine_id IS NULL
    ORDER BY b.title_id, b.survey_id, b.reader FOR UPDATE OF b`,
  // Ballots that another rule found as well stay out.
  in: (surveyId: number, id: number) => Prisma.sql`
    SELECT b.title_id, b.survey_id, b.reader, (
      SELECT min(o.id) FROM quarantine o JOIN quarantine_member x ON x.quarantine_id = o.id AND x.reader = b.reader
      WHERE o.survey_id = ${surveyId} AND o.id <> ${id} AND o.set_aside_at IS NOT NULL AND o.lifted_at IS NULL
    ) AS quarantine_id
    FROM ballot b JOIN quarantine_member m ON m.quarantine_id = ${id} AND m.reader = b.reader
    WHERE b.title_id = ${TITLE} AND b.survey_id = ${surveyId} AND b.quarantine_id = ${id}
    ORDER BY b.title_id, b.survey_id, b.reader FOR UPDATE OF b`,
}

type Quarantine = { id: number; surveyId: number; rule: string }

/**
 * Takes the ballots of a quarantine out of the count, or puts them back in their present state. Changes and withdrawals
 * made meanwhile apply as if they had counted all along. Locks rows in the order of `writeBallots`: ballots by key,
 * cells by key, head, hours. Call it under `lockQuarantines`. Returns how many ballots moved and what they add to each
 * cell.
 */
export async function moveQuarantined(
  tx: Tx,
  { id, surveyId, rule }: Quarantine,
  way: 'out' | 'in',
): Promise<{ size: number; cells: Record<string, number>; seq: bigint }> {
  const sign = way === 'out' ? -1 : 1
  const [moved] = await tx.$queryRaw<Moved[]>`
    WITH locked AS MATERIALIZED (${moving[way](surveyId, id)}),
    changed AS (
      UPDATE ballot b SET quarantine_id = l.quarantine_id FROM locked l
      WHERE b.title_id = l.title_id AND b.survey_id = l.survey_id AND b.reader = l.reader
      RETURNING b.cells, b.cast_at, b.source, b.quarantine_id
    ),
    moved AS (
      SELECT * FROM changed WHERE quarantine_id IS NULL OR quarantine_id = ${way === 'out' ? id : null}
    ),
    delta AS (
      SELECT cell, count(*)::int AS n FROM moved, unnest(cells) AS cell GROUP BY cell
    ),
    counted AS (
      INSERT INTO tally AS t (title_id, survey_id, cell, count)
      SELECT ${TITLE}::int, ${surveyId}::int, cell, ${sign}::int * n FROM delta ORDER BY cell
      ON CONFLICT (title_id, survey_id, cell) DO UPDATE SET count = t.count + excluded.count
    )
    SELECT (SELECT count(*)::int FROM moved WHERE cells <> '{}') AS size,
      (SELECT jsonb_object_agg(cell, n) FROM delta) AS cells,
      (SELECT jsonb_agg(h ORDER BY h.hour, h.source) FROM (
        SELECT date_trunc('hour', cast_at) AS hour, coalesce(source, 'unknown') AS source, count(*)::int AS count
        FROM moved WHERE cells <> '{}' GROUP BY 1, 2
      ) AS h) AS hours`
  const { size = 0, cells, hours } = moved ?? {}
  await appendLink(tx, surveyId, 'quarantine', {
    act: way === 'out' ? 'set_aside' : 'lifted',
    quarantine: id,
    rule,
    ballots: size,
  })
  await tx.$executeRaw`
    INSERT INTO visit AS v (title_id, survey_id, hour, source, ballots)
    SELECT ${TITLE}::int, ${surveyId}::int, hour, source, ${sign}::int * count
    FROM jsonb_to_recordset(${JSON.stringify(hours ?? [])}::jsonb) AS h (hour timestamptz, source text, count int)
    ORDER BY hour, source
    ON CONFLICT (title_id, survey_id, hour, source) DO UPDATE SET ballots = v.ballots + excluded.ballots`
  const head = await tx.tallyHead.findUniqueOrThrow({
    where: { titleId_surveyId: { titleId: TITLE, surveyId } },
    select: { seq: true },
  })
  return { size, cells: cells ?? {}, seq: head.seq }
}
