import { db, Prisma } from '../../db'
import type { ChainLink } from '../schema'

/** Links of one page: with every batch full, its leaves are 1.6 MB; mostly they are a tenth of that. */
export const LINKS_A_PAGE = 100
/** The same without leaves. */
export const BARE_LINKS_A_PAGE = 1_000

type Row = {
  seq: bigint
  at: string
  kind: string
  leaves: string
  digest: string
  facts: string
  head: string
}

/** The links that follow number `after` in the order of the chain, at most a page of them. */
export async function findLinks(surveyId: number, after: number, withLeaves: boolean): Promise<ChainLink[]> {
  const leaves = withLeaves ? Prisma.sql`encode(leaves, 'hex')` : Prisma.sql`''`
  const rows = await db().$queryRaw<Row[]>`
    SELECT seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') AS at, kind, ${leaves} AS leaves,
      encode(sha256(leaves || convert_to(facts, 'UTF8')), 'hex') AS digest, facts, encode(head, 'hex') AS head
    FROM chain_link WHERE survey_id = ${surveyId} AND seq > ${after}::bigint
    ORDER BY seq LIMIT ${withLeaves ? LINKS_A_PAGE : BARE_LINKS_A_PAGE}`
  return rows.map(({ seq, leaves: hex, facts, ...link }) => ({
    seq: Number(seq),
    ...link,
    ...(withLeaves && { leaves: hex }),
    ...(facts && { facts }),
  }))
}

/**
 * The number before the first link of `minute` or later, so that `findLinks` after it begins there. Times never go
 * down along the chain, so it is searched by halves: twenty looks at an index for a million links.
 */
export async function seqBefore(surveyId: number, minute: Date): Promise<number> {
  const [row] = await db().$queryRaw<{ seq: bigint | null }[]>`
    WITH RECURSIVE search AS (
      SELECT (SELECT min(seq) - 1 FROM chain_link WHERE survey_id = ${surveyId}) AS low,
        (SELECT max(seq) FROM chain_link WHERE survey_id = ${surveyId}) AS high
      UNION ALL
      SELECT CASE WHEN l.at < ${minute} THEN l.seq ELSE s.low END,
        CASE WHEN l.at < ${minute} THEN s.high ELSE l.seq - 1 END
      FROM search s JOIN chain_link l ON l.survey_id = ${surveyId} AND l.seq = (s.low + s.high + 1) / 2
      WHERE s.low < s.high
    )
    SELECT max(low) AS seq FROM search`
  return Number(row?.seq ?? 0)
}
