import { LRUCache } from 'lru-cache'
import { type db, voteDb } from '../../platform/db/client'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { singleFlight } from '../../platform/runtime/single-flight'
import type { Commit } from '../commands/write-ballots'
import type { Tally } from '../rules/published'

type Reader = Pick<ReturnType<typeof db>, '$queryRaw'>
type Row = { seq: bigint; at: Date; chain: Uint8Array; cells: string[] | null; counts: number[] | null }

/** Head and counts in one statement: a tally read in two could be of two commits. Of `known`, only the head is read. */
export async function readTally(
  surveyId: number,
  reader: Reader = voteDb(),
  known?: Tally,
): Promise<Tally | undefined> {
  const [row] = await reader.$queryRaw<Row[]>`/* readTally */
    SELECT h.seq, h.at, h.chain, array_agg(t.cell) AS cells, array_agg(t.count) AS counts
    FROM tally_head h LEFT JOIN tally t ON t.survey_id = h.survey_id AND h.seq <> ${known?.seq ?? 0}
    WHERE h.survey_id = ${surveyId} GROUP BY h.survey_id`
  if (!row) return undefined
  const seq = Number(row.seq)
  if (seq === known?.seq) return known
  const counts = new Map(row.cells?.map((cell, index) => [cell, row.counts?.[index] ?? 0]))
  return { seq, at: row.at, chain: Buffer.from(row.chain).toString('hex'), counts }
}

/** The tallies of as many surveys are kept as a newsroom has open at once. */
const MOST_KEPT = 1_000

const keptTallies = () =>
  oncePerProcess('kept-tallies', () => new LRUCache<number, Tally>({ max: MOST_KEPT }))

/** Reads the tally afresh for all who ask at one time; while no ballot came it is the same object again. */
export const sharedTally = (surveyId: number): Promise<Tally | undefined> =>
  oncePerProcess('tallies', () =>
    singleFlight(async (id: number) => {
      const known = keptTallies().get(id)
      const tally = await readTally(id, voteDb(), known)
      // Unless a commit brought it further meanwhile.
      if (tally && keptTallies().get(id) === known) keptTallies().set(id, tally)
      return tally
    }),
  )(surveyId)

/**
 * The tally of a moment not before `commit`, which its ballots' answers are about. What this process knows of the commit
 * before is brought up to it without a read; what other processes committed in between is not known, and read.
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
