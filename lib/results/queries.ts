import { coalesce } from '../coalesce'
import { db } from '../db'
import { oncePerProcess } from '../process'
import type { SurveyRecord } from '../surveys/queries/public'
import { resultsOf, type Tally } from './rules/count'
import type { Results } from './schema'

type Row = { seq: bigint; at: Date; cells: string[] | null; counts: number[] | null }

/** Head and counts in one statement: a tally read in two could be of two commits. */
async function readTally(surveyId: number): Promise<Tally | undefined> {
  const [row] = await db().$queryRaw<Row[]>`/* readTally */
    SELECT h.seq, h.at, array_agg(t.cell) AS cells, array_agg(t.count) AS counts
    FROM tally_head h LEFT JOIN tally t ON t.survey_id = h.survey_id
    WHERE h.survey_id = ${surveyId} GROUP BY h.survey_id`
  if (!row) return undefined
  const counts = new Map(row.cells?.map((cell, index) => [cell, row.counts?.[index] ?? 0]))
  return { seq: Number(row.seq), at: row.at, counts }
}

const sharedTally = () => oncePerProcess('tallies', () => coalesce(readTally))

/** The results of `survey` as of a moment not before this call. Costs one indexed read, however many ballots. */
export async function findResults({ id, view }: SurveyRecord): Promise<Results> {
  const tally = await sharedTally()(id)
  const none = { seq: 0, at: new Date(view.opensAt ?? 0), counts: new Map() }
  return resultsOf(view, tally ?? none)
}
