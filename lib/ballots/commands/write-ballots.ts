import { Prisma, voteDb } from '../../platform/db/client'
import { OPEN_SQL } from '../../surveys/rules/lifecycle'
import { headSql, leafSql, NO_HEAD_SQL } from '../rules/chain-sql'
import { mostRevisionsSql } from '../rules/change-limit'
import { freeAnswersSql } from './free-answers'
import { type CastOrder, inputOf, textsOf } from './orders'

/** A survey's counts after a commit: only those that the commit moved. */
export type Commit = { seq: number; at: Date; chain: Uint8Array; counts: [cell: string, count: number][] }

/**
 * A row for each order. `before` is undefined on a reader's first ballot, and empty after a withdrawal. `texts` is how
 * many revisions its texts now have together. `commit` is absent when the batch moved nothing of this survey.
 */
export type CastRow = {
  before: string[] | undefined
  revision: number
  texts: number
  receiptHash: Uint8Array
  commit?: Commit
}

/** True if survey `s` accepts ballots now. */
export const OPEN_NOW = Prisma.raw(OPEN_SQL)
/** Only for ballots that had left the count and that a restored backup brought back (erase.ts). */
export const ALSO_CLOSED = Prisma.raw('true')

const mostBallots = Prisma.raw(mostRevisionsSql('b.cast_at'))

const ofInput = (column: string) =>
  `(SELECT i.${column} FROM input i WHERE i.survey_id = b.survey_id AND i.reader = b.reader)`
const replacesTexts = Prisma.raw(ofInput('replaces_texts'))
const seen = Prisma.raw(ofInput('seen'))
const seenTexts = Prisma.raw(ofInput('seen_texts'))
/**
 * True if ballot `b` has a free answer that its replacement lacks. Read from the locked row, in its state at that time.
 */
const losesText = Prisma.raw(`EXISTS (
  SELECT FROM question q WHERE q.survey_id = b.survey_id AND q.kind = 'open'
    AND 'q' || q.id = ANY (b.cells) AND NOT 'q' || q.id = ANY (excluded.cells)
)`)

const leaf = Prisma.raw(leafSql('receipt_hash', 'revision', 'cells'))
const firstHead = Prisma.raw(
  headSql({ previous: NO_HEAD_SQL, seq: '1', at: 'now.at', kind: `'ballots'`, digest: 'now.digest' }),
)
const nextHead = Prisma.raw(
  headSql({
    previous: 'h.chain',
    seq: '(h.seq + 1)',
    at: 'greatest(h.at, excluded.at)',
    kind: `'ballots'`,
    digest: '(SELECT sha256(l.leaves) FROM leafed l WHERE l.survey_id = h.survey_id)',
  }),
)

type Row = {
  n: number
  before: string[] | null
  receipt_hash: Uint8Array
  revision: number
  texts: number | null
  seq: bigint | null
  at: Date | null
  chain: Uint8Array | null
  cells: string[] | null
  counts: number[] | null
}

/**
 * Writes the ballots of one batch in one statement and so in one transaction. With them go their history, their link of
 * the chain, and their free answers (free-answers.ts). So does what they move in the tally and in the course by hours.
 * No two of `orders` may be of the same reader and survey. The result has a row per order. The row is undefined where,
 * at the time of writing, the survey was not open or asked other questions. So it is where that ballot had been changed
 * too often, or would lose a text that its form never showed.
 * What a changed ballot had before comes from the row the upsert locked, not from an earlier read. So two processes
 * changing one ballot at once still leave the tally equal to a recount. Rows are touched in key order (ballots, then
 * cells, then hours, then head), so that two processes cannot deadlock. A ballot that is set aside is written like any
 * other, and moves nothing.
 */
export async function writeBallots(
  orders: CastOrder[],
  taking: Prisma.Sql = OPEN_NOW,
  client: Pick<Prisma.TransactionClient, '$queryRaw'> = voteDb(),
): Promise<(CastRow | undefined)[]> {
  const { changeable, revisions, stored, replaces, ctes } = freeAnswersSql.get()
  const rows = await client.$queryRaw<Row[]>`/* writeBallots */
    WITH input AS (
      SELECT i.n, i.survey_id, i.reader, i.cells, i.receipt_hash, i.source, i.seconds, i.network,
        i.seen, i.seen_texts, i.replaces_texts, coalesce(i.shown, '{}') AS shown
      FROM json_to_recordset(${inputOf(orders)}::json) AS i (
        n int, survey_id int, version int, reader bytea, cells text[], receipt_hash bytea, seen int,
        seen_texts int, replaces_texts boolean,
        source text, seconds int, network bytea, shown int[]
      )
      JOIN survey s ON s.id = i.survey_id AND i.version IN (0, s.version)
        AND ${taking}
    ),
    texts AS (
      SELECT * FROM json_to_recordset(${textsOf(orders)}::json) AS t (
        survey_id int, reader bytea, question_id int, text text
      )
    ),
    written AS (
      INSERT INTO ballot AS b (survey_id, reader, cells, receipt_hash, source, seconds, network, shown)
      SELECT survey_id, reader, cells, receipt_hash, source, seconds, network, shown
      FROM input ORDER BY survey_id, reader
      ON CONFLICT (survey_id, reader) DO UPDATE
        SET previous = b.cells, cells = excluded.cells,
          revision = b.revision + (b.cells <> excluded.cells)::int,
          changed_at = CASE WHEN b.cells <> excluded.cells THEN now() ELSE b.changed_at END
        -- The limit of changes (rules/change-limit.ts), which a first ballot does not come to. A withdrawal always may.
        WHERE excluded.cells = '{}' OR (
          (b.cells = excluded.cells OR b.revision < ${mostBallots})
          AND ${Prisma.raw(changeable)}
          AND (
            b.revision <= coalesce(${seen}, b.revision)
              AND (${seenTexts} IS NULL OR ${Prisma.raw(revisions)} <= ${seenTexts})
            OR NOT (${losesText} OR NOT ${replacesTexts} AND ${Prisma.raw(replaces)})
          )
        )
      RETURNING survey_id, reader, cells, previous, receipt_hash, revision, quarantine_id, cast_at, source
    ),
    moved AS (
      SELECT * FROM written WHERE previous IS DISTINCT FROM cells
    ),
    event AS (
      INSERT INTO ballot_event (survey_id, reader, cells)
      SELECT survey_id, reader, cells FROM moved
    ),
    delta AS (
      SELECT survey_id, cell, sum(n)::int AS n
      FROM (
        SELECT survey_id, unnest(cells) AS cell, 1 AS n FROM moved WHERE quarantine_id IS NULL
        UNION ALL
        SELECT survey_id, unnest(previous), -1 FROM moved WHERE quarantine_id IS NULL
      ) AS step
      GROUP BY survey_id, cell
    ),
    counted AS (
      INSERT INTO tally AS t (survey_id, cell, count)
      SELECT survey_id, cell, n FROM delta WHERE n <> 0 ORDER BY survey_id, cell
      ON CONFLICT (survey_id, cell) DO UPDATE SET count = t.count + excluded.count
      RETURNING survey_id, cell, count
    ),
    -- A change moves nothing here: a ballot stays in the hour of its first cast.
    course AS (
      INSERT INTO visit AS v (survey_id, hour, source, ballots)
      SELECT survey_id, date_trunc('hour', cast_at), coalesce(source, 'unknown'),
        sum((cells <> '{}')::int - (coalesce(previous, '{}') <> '{}')::int)::int AS n
      FROM moved WHERE quarantine_id IS NULL AND (cells = '{}' OR coalesce(previous, '{}') = '{}')
        -- After the cells, by whose locks votes and whatever else moves these hours take turns.
        AND (SELECT count(*) FROM counted) >= 0
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (survey_id, hour, source) DO UPDATE SET ballots = v.ballots + excluded.ballots
      RETURNING survey_id
    ),
    -- Sorted by themselves, so that their order tells nothing.
    leafed AS (
      SELECT survey_id, string_agg(leaf, ''::bytea ORDER BY leaf) AS leaves
      FROM (SELECT survey_id, ${leaf} AS leaf FROM moved) AS each
      GROUP BY survey_id
    ),
    head AS (
      INSERT INTO tally_head AS h (survey_id, seq, at, chain)
      SELECT survey_id, 1, at, ${firstHead}
      FROM (
        SELECT survey_id, date_trunc('milliseconds', clock_timestamp()) AS at, sha256(leaves) AS digest FROM leafed
        -- After the cells and the hours: a survey's head is locked last.
        WHERE (SELECT count(*) FROM course) >= 0
      ) AS now
      ORDER BY survey_id
      ON CONFLICT (survey_id) DO UPDATE
        SET seq = h.seq + 1, at = greatest(h.at, excluded.at), chain = ${nextHead}
      RETURNING survey_id, seq, at, chain
    ),
    link AS (
      INSERT INTO chain_link (survey_id, seq, at, kind, leaves, head)
      SELECT h.survey_id, h.seq, date_trunc('minute', h.at), 'ballots', l.leaves, h.chain
      FROM head h JOIN leafed l USING (survey_id)
    ),
    ${Prisma.raw(ctes)}
    SELECT input.n, b.previous AS before, b.receipt_hash, b.revision,
      -- A first ballot has the texts that came with it, which costs no look at the table.
      CASE WHEN b.previous IS NOT NULL THEN (${Prisma.raw(revisions)} + ${Prisma.raw(stored)})::int END AS texts,
      head.seq, head.at, head.chain, moves.cells, moves.counts
    FROM written AS b JOIN input USING (survey_id, reader)
    -- What the commit made of the counts stands beside the first of its survey's ballots alone.
    LEFT JOIN (SELECT survey_id, min(n) AS n FROM input GROUP BY survey_id) AS leader USING (survey_id, n)
    LEFT JOIN head ON head.survey_id = leader.survey_id
    LEFT JOIN (
      SELECT survey_id, array_agg(cell) AS cells, array_agg(count) AS counts FROM counted GROUP BY survey_id
    ) AS moves ON moves.survey_id = leader.survey_id`

  const commits = new Map<number, Commit>()
  for (const { n, seq, at, chain, cells, counts } of rows) {
    const surveyId = orders[n]?.surveyId
    if (surveyId === undefined || seq === null || !at || !chain) continue
    const moved = (cells ?? []).map((cell, index): [string, number] => [cell, counts?.[index] ?? 0])
    commits.set(surveyId, { seq: Number(seq), at, chain, counts: moved })
  }
  const answers: (CastRow | undefined)[] = orders.map(() => undefined)
  for (const { n, before, receipt_hash: receiptHash, revision, texts } of rows) {
    const commit = commits.get(orders[n]?.surveyId ?? 0)
    const revisionsOfTexts = texts ?? orders[n]?.texts.length ?? 0
    const row = { before: before ?? undefined, revision, texts: revisionsOfTexts, receiptHash }
    answers[n] = { ...row, ...(commit && { commit }) }
  }
  return answers
}
