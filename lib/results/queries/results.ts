import { NO_HEAD } from '../../ballots/rules/chain'
import { coalesce } from '../../coalesce'
import { db } from '../../db'
import { oncePerProcess } from '../../process'
import type { SurveyRecord } from '../../surveys/queries/public'
import { resultsOf, type Tally } from '../rules/count'
import { readSnapshotName } from '../rules/snapshot'
import type { Results } from '../schema'

type Reader = Pick<ReturnType<typeof db>, '$queryRaw'>
type Row = { seq: bigint; at: Date; chain: Uint8Array; cells: string[] | null; counts: number[] | null }

/** Head and counts in one statement: a tally read in two could be of two commits. */
async function readTally(surveyId: number, reader: Reader = db()): Promise<Tally | undefined> {
  const [row] = await reader.$queryRaw<Row[]>`/* readTally */
    SELECT h.seq, h.at, h.chain, array_agg(t.cell) AS cells, array_agg(t.count) AS counts
    FROM tally_head h LEFT JOIN tally t ON t.survey_id = h.survey_id
    WHERE h.survey_id = ${surveyId} GROUP BY h.survey_id`
  if (!row) return undefined
  const counts = new Map(row.cells?.map((cell, index) => [cell, row.counts?.[index] ?? 0]))
  return { seq: Number(row.seq), at: row.at, chain: Buffer.from(row.chain).toString('hex'), counts }
}

const sharedTally = () => oncePerProcess('tallies', () => coalesce((id: number) => readTally(id)))

/** The results of `survey` as of a moment not before this call. Costs one indexed read, however many ballots. */
export async function findResults({ id, view }: SurveyRecord): Promise<Results> {
  return figuresOf(view, await sharedTally()(id))
}

const figuresOf = (view: SurveyRecord['view'], tally: Tally | undefined): Results =>
  resultsOf(view, tally ?? { seq: 0, at: new Date(view.opensAt ?? 0), chain: NO_HEAD, counts: new Map() })

/** The same within a transaction, as of its moment: for what must agree with other things read there. */
export const resultsIn = async (reader: Reader, { id, view }: SurveyRecord): Promise<Results> =>
  figuresOf(view, await readTally(id, reader))

/** Results that were cited, as they were: exactly what their hash is of. Undefined when nobody cited them. */
export async function findSnapshot(
  { id: surveyId }: SurveyRecord,
  name: string,
): Promise<Results | undefined> {
  const asked = readSnapshotName(name)
  if (!asked) return undefined
  const row = await db().snapshot.findUnique({
    where: { surveyId_seq_version: { surveyId, ...asked } },
    select: { body: true },
  })
  return row ? (JSON.parse(row.body) as Results) : undefined
}
