import { LRUCache } from 'lru-cache'
import { type db, voteDb } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { singleFlight } from '../../platform/runtime/single-flight'
import type { Commit } from '../rules/commit'
import type { Tally } from '../rules/published'

type Reader = Pick<ReturnType<typeof db>, '$queryRaw'>
type Row = { seq: bigint; at: Date; chain: Uint8Array; cells: string[] | null; counts: number[] | null }

/**
 * Reads head and counts in one statement: two could see two commits. If the tally equals `known`, only the head is
 * read.
 */
export async function readTally(
  surveyId: number,
  reader: Reader = voteDb(),
  known?: Tally,
): Promise<Tally | undefined> {
  const [row] = await reader.$queryRaw<Row[]>`/* readTally */
    SELECT h.seq, h.at, h.chain, array_agg(t.cell) AS cells, array_agg(t.count) AS counts
    FROM tally_head h
    LEFT JOIN tally t ON t.title_id = h.title_id AND t.survey_id = h.survey_id AND h.seq <> ${known?.seq ?? 0}
    WHERE h.title_id = ${TITLE} AND h.survey_id = ${surveyId} GROUP BY h.title_id, h.survey_id`
  if (!row) return undefined
  const seq = Number(row.seq)
  if (seq === known?.seq) return known
  const counts = new Map(row.cells?.map((cell, index) => [cell, row.counts?.[index] ?? 0]))
  return { seq, at: row.at, chain: Buffer.from(row.chain).toString('hex'), counts }
}

/** Limits the tallies in memory to the surveys that a newsroom has open at once. */
const MAX_KEPT = 1_000

const keptTallies = () => oncePerProcess('kept-tallies', () => new LRUCache<number, Tally>({ max: MAX_KEPT }))

/** Reads the tally again, once for all concurrent calls; returns the same object while no ballot came. */
export const sharedTally = (surveyId: number): Promise<Tally | undefined> =>
  oncePerProcess('tallies', () =>
    singleFlight(async (id: number) => {
      const known = keptTallies().get(id)
      const tally = await readTally(id, voteDb(), known)
      // Unless a commit advanced it meanwhile.
      if (tally && keptTallies().get(id) === known) keptTallies().set(id, tally)
      return tally
    }),
  )(surveyId)

/**
 * Returns a tally not older than `commit`, which the responses to its ballots describe. If this process holds the tally
 * of the commit before, updates it without a read. Otherwise another process committed in between, and the tally is
 * read.
 */
export async function tallyAfter(surveyId: number, commit: Commit): Promise<Tally | undefined> {
  const known = keptTallies().get(surveyId)
  if (known && known.seq >= commit.seq) return known
  if (known?.seq !== commit.seq - 1) return sharedTally(surveyId)
  const { seq, at, chain } = commit
  const counts = new Map([...known.counts, ...commit.counts])
  const tally = { seq, at, chain: Buffer.from(chain).toString('hex'), counts }
  keptTallies().set(surveyId, tally)
  return tally
}
