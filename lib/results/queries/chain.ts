import { db, Prisma } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import type { ChainLink, ChainPage } from '../schema'

/** Maximum links of one page: with every batch full, its leaves are 1.6 MB; mostly they are a tenth of that. */
const LINKS_A_PAGE = 100
/** The same without leaves. */
const BARE_LINKS_A_PAGE = 1_000

type Row = {
  seq: bigint
  at: string
  kind: string
  leaves: string
  digest: string
  facts: string
  head: string
}

async function findLinks(surveyId: number, after: number, withLeaves: boolean): Promise<ChainLink[]> {
  const leaves = withLeaves ? Prisma.sql`encode(leaves, 'hex')` : Prisma.sql`''`
  const rows = await db().$queryRaw<Row[]>`
    SELECT seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') AS at, kind, ${leaves} AS leaves,
      encode(sha256(leaves || convert_to(facts, 'UTF8')), 'hex') AS digest, facts, encode(head, 'hex') AS head
    FROM chain_link WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND seq > ${after}::bigint
    ORDER BY seq LIMIT ${withLeaves ? LINKS_A_PAGE : BARE_LINKS_A_PAGE}`
  return rows.map(({ seq, leaves: hex, facts, ...link }) => ({
    seq: Number(seq),
    ...link,
    ...(withLeaves && { leaves: hex }),
    ...(facts && { facts }),
  }))
}

/**
 * Returns the number before the first link of `minute` or later. Times never decrease along the chain, so it is a
 * binary search: twenty index reads for a million links.
 */
async function seqBefore(surveyId: number, minute: Date): Promise<number> {
  const [row] = await db().$queryRaw<{ seq: bigint | null }[]>`
    WITH RECURSIVE search AS (
      SELECT (SELECT min(seq) - 1 FROM chain_link WHERE title_id = ${TITLE} AND survey_id = ${surveyId}) AS low,
        (SELECT max(seq) FROM chain_link WHERE title_id = ${TITLE} AND survey_id = ${surveyId}) AS high
      UNION ALL
      SELECT CASE WHEN l.at < ${minute} THEN l.seq ELSE s.low END,
        CASE WHEN l.at < ${minute} THEN s.high ELSE l.seq - 1 END
      FROM search s JOIN chain_link l ON l.title_id = ${TITLE} AND l.survey_id = ${surveyId}
        AND l.seq = (s.low + s.high + 1) / 2
      WHERE s.low < s.high
    )
    SELECT max(low) AS seq FROM search`
  return Number(row?.seq ?? 0)
}

/**
 * Returns a page of links after the number `after`. Or it starts from the last link before the minute `from`, whose
 * head the next one follows. `next` is the number to continue after; a page without it reaches the present end of the
 * chain.
 */
export async function findChainPage(
  surveyId: number,
  asked: { after: number } | { from: string },
  withLeaves: boolean,
): Promise<ChainPage> {
  const after = 'after' in asked ? asked.after : (await seqBefore(surveyId, new Date(asked.from))) - 1
  const links = await findLinks(surveyId, after, withLeaves)
  const full = links.length === (withLeaves ? LINKS_A_PAGE : BARE_LINKS_A_PAGE)
  return { links, next: full ? (links.at(-1)?.seq ?? null) : null }
}
