import { createHash } from 'node:crypto'
import { headText, linkMinute, NO_HEAD } from '../../ballots/rules/chain'
import { leafSql } from '../../ballots/rules/chain-sql'
import { db, Prisma } from '../../db'

/** A walk over millions of ballots may take this long. */
const LONGEST_MS = 3600_000
const LINKS_AT_ONCE = 500
/** Of each kind of difference, so many are told one by one. */
const MOST_TOLD = 20

type Tx = Prisma.TransactionClient
type Link = { seq: bigint; at: Date; kind: string; leaves: Uint8Array; facts: string; head: Uint8Array }

const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** Whether every link is what its head says, and follows the one before. */
async function* brokenLinks(tx: Tx, surveyId: number): AsyncGenerator<string> {
  let [previous, seq, begun] = [NO_HEAD, 0n, false]
  for (;;) {
    const links = await tx.$queryRaw<Link[]>`
      SELECT seq, at, kind, leaves, facts, head FROM chain_link
      WHERE survey_id = ${surveyId} AND seq > ${seq} ORDER BY seq LIMIT ${LINKS_AT_ONCE}`
    for (const { at, kind, leaves, facts, ...link } of links) {
      if (link.seq !== seq + 1n && (begun || kind !== 'genesis')) yield `link ${seq + 1n} is missing`
      const digest = sha256(leaves, facts)
      const text = headText(previous, { seq: Number(link.seq), at: linkMinute(at), kind, digest })
      const head = Buffer.from(link.head).toString('hex')
      if (sha256(text) !== head) yield `link ${link.seq} is not what was committed after link ${seq}`
      ;[previous, seq, begun] = [head, link.seq, true]
    }
    if (links.length < LINKS_AT_ONCE) break
  }
  const [last] = await tx.$queryRaw<{ seq: bigint; chain: Uint8Array }[]>`
    SELECT seq, chain FROM tally_head WHERE survey_id = ${surveyId}`
  if (last && (last.seq !== seq || Buffer.from(last.chain).toString('hex') !== previous))
    yield `the tally is at ${last.seq} and the chain at ${seq}, or with another head`
}

/** Every state of every ballot that the chain must have: as they stand, and what each was before. */
const states = (surveyId: number) => Prisma.sql`
  SELECT ${Prisma.raw(leafSql('receipt_hash', 'revision', 'cells'))} AS leaf, changed_at AS at
  FROM ballot WHERE survey_id = ${surveyId}
  UNION ALL
  SELECT ${Prisma.raw(leafSql('past.receipt_hash', 'past.revision', 'past.cells'))}, past.at
  FROM (
    SELECT b.receipt_hash, e.cells, e.at, b.revision AS last,
      b.revision + 1 - row_number() OVER (PARTITION BY e.reader ORDER BY e.id DESC) AS revision
    FROM ballot_event e JOIN ballot b USING (survey_id, reader) WHERE e.survey_id = ${surveyId}
  ) AS past
  WHERE past.revision >= 1 AND past.revision < past.last`

/** Ballots that the chain does not have as they are, and leaves of it that no ballot has. */
async function* strangers(tx: Tx, surveyId: number): AsyncGenerator<string> {
  const rows = await tx.$queryRaw<{ seq: bigint | null; at: Date | null }[]>`
    SELECT chained.seq, kept.at
    FROM (
      SELECT leaf, seq, row_number() OVER (PARTITION BY leaf) AS copy
      FROM (
        SELECT seq, substring(leaves FROM place FOR 32) AS leaf
        FROM chain_link, generate_series(1, length(leaves), 32) AS place WHERE survey_id = ${surveyId}
      ) AS cut
    ) AS chained
    FULL JOIN (
      SELECT leaf, at, row_number() OVER (PARTITION BY leaf) AS copy FROM (${states(surveyId)}) AS state
    ) AS kept USING (leaf, copy)
    WHERE chained.seq IS NULL OR kept.at IS NULL
    ORDER BY chained.seq, kept.at LIMIT ${MOST_TOLD + 1}`
  for (const { seq, at } of rows)
    yield seq === null
      ? `a ballot of ${at && linkMinute(at)} is not in the chain as it is now`
      : `link ${seq} has a ballot that is no longer there as it was`
}

/** Ballots that are not what their history says they became last. */
async function* rewritten(tx: Tx, surveyId: number): AsyncGenerator<string> {
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    SELECT b.changed_at AS at FROM ballot b
    LEFT JOIN LATERAL (
      SELECT cells FROM ballot_event e
      WHERE e.survey_id = b.survey_id AND e.reader = b.reader ORDER BY e.id DESC LIMIT 1
    ) AS last ON true
    WHERE b.survey_id = ${surveyId} AND last.cells IS DISTINCT FROM b.cells ORDER BY b.changed_at LIMIT ${MOST_TOLD + 1}`
  for (const { at } of rows) yield `a ballot of ${linkMinute(at)} is not what its history says`
}

/** Counts that are not what the ballots add up to, set aside ones left out. */
async function* miscounted(tx: Tx, surveyId: number): AsyncGenerator<string> {
  const rows = await tx.$queryRaw<{ cell: string; tallied: number; counted: number }[]>`
    SELECT cell, coalesce(t.count, 0) AS tallied, coalesce(r.count, 0) AS counted
    FROM (SELECT cell, count FROM tally WHERE survey_id = ${surveyId}) AS t
    FULL JOIN (
      SELECT cell, count(*)::int AS count FROM ballot, unnest(cells) AS cell
      WHERE survey_id = ${surveyId} AND quarantine_id IS NULL GROUP BY cell
    ) AS r USING (cell)
    WHERE coalesce(t.count, 0) <> coalesce(r.count, 0) ORDER BY cell LIMIT ${MOST_TOLD + 1}`
  for (const { cell, tallied, counted } of rows)
    yield `cell ${cell}: the tally has ${tallied}, the ballots ${counted}`
}

/** Cited results whose head is not the one that the chain has at that number: a chain made anew. */
async function* miscited(tx: Tx, surveyId: number): AsyncGenerator<string> {
  const rows = await tx.$queryRaw<{ seq: bigint }[]>`
    SELECT s.seq FROM snapshot s LEFT JOIN chain_link l USING (survey_id, seq)
    WHERE s.survey_id = ${surveyId} AND s.body::json ->> 'chain' <> coalesce(encode(l.head, 'hex'), '')
    ORDER BY s.seq LIMIT ${MOST_TOLD + 1}`
  for (const { seq } of rows) yield `the results cited as ${seq} have another head than link ${seq}`
}

/**
 * Walks the whole chain of a survey and counts its ballots again, as of one moment. Returns a sentence for each
 * difference (of each kind the first twenty); none when all is equal.
 */
export async function auditSurvey(surveyId: number): Promise<string[]> {
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`
      const found: string[] = []
      for (const check of [brokenLinks, strangers, rewritten, miscounted, miscited]) {
        let told = 0
        for await (const difference of check(tx, surveyId)) {
          found.push(told < MOST_TOLD ? difference : '… and more of this kind')
          if (told++ === MOST_TOLD) break
        }
      }
      return found
    },
    { isolationLevel: 'RepeatableRead', timeout: LONGEST_MS, maxWait: 10_000 },
  )
}
