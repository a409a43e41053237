import { createHash } from 'node:crypto'
import { headText, linkMinute, NO_HEAD } from '../../ballots/rules/chain'
import { leafSql } from '../../ballots/rules/chain-sql'
import { ERASED_CELL } from '../../ballots/rules/tally-keys'
import { Prisma } from '../../platform/db/client'
import { type Fault, type Invariant, MAX_FAULTS } from '../../platform/db/invariant'
import { TITLE } from '../../platform/db/title'

/** Links read at a time: at most 8 MB of leaves. */
const BATCH = 500

type Link = { seq: bigint; at: Date; kind: string; leaves: Uint8Array; facts: string; head: Uint8Array }
type Head = { seq: bigint; chain: Uint8Array }

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const linkRow = (surveyId: number, seq: bigint) => `chain_link (survey ${surveyId}, ${seq})`

/** Returns the head that `link` must have after `previous`. */
function headAfter(previous: string, { seq, at, kind, leaves, facts }: Link): string {
  const digest = createHash('sha256').update(leaves).update(facts).digest('hex')
  const text = headText(previous, { seq: Number(seq), at: linkMinute(at), kind, digest })
  return createHash('sha256').update(text).digest('hex')
}

/** Checks that every link matches its head and follows the one before, and that the last one is where the tally is. */
const links: Invariant = {
  name: 'the chain is unbroken',
  find: async (tx, surveyId) => {
    const faults: Fault[] = []
    let last = { seq: 0n, head: NO_HEAD }
    for (;;) {
      const rows = await tx.$queryRaw<Link[]>`
        SELECT seq, at, kind, leaves, facts, head FROM chain_link
        WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND seq > ${last.seq} ORDER BY seq LIMIT ${BATCH}`
      for (const link of rows) {
        const next = last.seq + 1n
        // A chain begun by the first version of Avis that had chains does not begin at 1.
        if (link.seq !== next && !(link.kind === 'genesis' && last.seq === 0n))
          faults.push({ row: linkRow(surveyId, next), wrong: 'is missing' })
        const head = hex(link.head)
        if (headAfter(last.head, link) !== head)
          faults.push({
            row: linkRow(surveyId, link.seq),
            wrong: 'is not what was committed after the one before',
          })
        last = { seq: link.seq, head }
      }
      if (rows.length < BATCH || faults.length >= MAX_FAULTS) break
    }
    const [head] = await tx.$queryRaw<Head[]>`
      SELECT seq, chain FROM tally_head WHERE title_id = ${TITLE} AND survey_id = ${surveyId}`
    if (faults.length < MAX_FAULTS && head && (head.seq !== last.seq || hex(head.chain) !== last.head))
      faults.push({
        row: `tally_head (survey ${surveyId})`,
        wrong: `is at ${head.seq}, and the chain ends at ${last.seq} or with another head`,
      })
    return faults
  },
}

/**
 * Selects every state of every ballot that the chain must hold: the present ones and all earlier ones. If a ballot's
 * answers were erased, its leaf is null, since nobody can recompute it.
 */
const states = (surveyId: number) => Prisma.sql`
  SELECT ${Prisma.raw(leafSql('receipt_hash', 'revision', 'cells'))} AS leaf, reader
  FROM ballot WHERE title_id = ${TITLE} AND survey_id = ${surveyId}
  UNION ALL
  SELECT CASE WHEN past.cells <> ${[ERASED_CELL]}
    THEN ${Prisma.raw(leafSql('past.receipt_hash', 'past.revision', 'past.cells'))} END, past.reader
  FROM (
    SELECT b.receipt_hash, b.reader, e.cells, b.revision AS last,
      b.revision + 1 - row_number() OVER (PARTITION BY e.reader ORDER BY e.id DESC) AS revision
    FROM ballot_event e JOIN ballot b USING (title_id, survey_id, reader)
    WHERE e.title_id = ${TITLE} AND e.survey_id = ${surveyId}
  ) AS past
  WHERE past.revision >= 1 AND past.revision < past.last`

/** Checks that the chain holds every present and earlier ballot, the erased ones in their number, and nothing else. */
const leaves: Invariant = {
  name: 'the chain has the ballots, and no other',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    WITH state AS (${states(surveyId)}),
    found AS (
      SELECT chained.seq, kept.reader FROM (
        SELECT leaf, seq, row_number() OVER (PARTITION BY leaf) AS copy
        FROM (
          SELECT seq, substring(leaves FROM place FOR 32) AS leaf
          FROM chain_link, generate_series(1, length(leaves), 32) AS place
          WHERE title_id = ${TITLE} AND survey_id = ${surveyId}
        ) AS cut
      ) AS chained
      FULL JOIN (
        SELECT leaf, reader, row_number() OVER (PARTITION BY leaf) AS copy FROM state WHERE leaf IS NOT NULL
      ) AS kept USING (leaf, copy)
      WHERE chained.seq IS NULL OR kept.reader IS NULL
    )
    SELECT
      CASE WHEN seq IS NULL THEN 'ballot (survey ' || ${surveyId} || ', reader ' || encode(reader, 'hex') || ')'
        ELSE 'chain_link (survey ' || ${surveyId} || ', ' || seq || ')' END AS row,
      CASE WHEN seq IS NULL THEN 'is not in the chain as it is'
        ELSE 'has a ballot that is no longer there as it was' END AS wrong
    FROM found
    WHERE seq IS NULL
      OR (SELECT count(*) FROM found WHERE seq IS NOT NULL) <> (SELECT count(*) FROM state WHERE leaf IS NULL)
    ORDER BY seq, reader LIMIT ${MAX_FAULTS}`,
}

/** Checks that results were cited with the head that the chain has at their number. Otherwise the chain was rebuilt. */
const cited: Invariant = {
  name: 'cited results have the head of the chain',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT 'snapshot (survey ' || ${surveyId} || ', ' || s.seq || ')' AS row, 'has another head than the chain' AS wrong
    FROM snapshot s LEFT JOIN chain_link l USING (title_id, survey_id, seq)
    WHERE s.title_id = ${TITLE} AND s.survey_id = ${surveyId}
      AND s.body::json ->> 'chain' <> coalesce(encode(l.head, 'hex'), '')
    ORDER BY s.seq LIMIT ${MAX_FAULTS}`,
}

/** Checks the same of the figures that readers see, and of those that they see next. */
const figures: Invariant = {
  name: 'public figures have the head of the chain',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT 'public_figures (survey ' || ${surveyId} || ', version ' || version || ')' AS row,
      'has another head at ' || step.seq || ' than the chain' AS wrong
    FROM public_figures f
    CROSS JOIN LATERAL (VALUES (shown_seq, shown), (next_seq, next)) AS step (seq, figures)
    LEFT JOIN chain_link l ON l.title_id = ${TITLE} AND l.survey_id = f.survey_id AND l.seq = step.seq
    WHERE f.survey_id = ${surveyId} AND step.seq IS NOT NULL
      AND (figures ->> 'chain', figures ->> 'seq') IS DISTINCT FROM (encode(l.head, 'hex'), step.seq::text)
    ORDER BY version, step.seq LIMIT ${MAX_FAULTS}`,
}

export const chainInvariants: Invariant[] = [links, leaves, cited, figures]
