import { LRUCache } from 'lru-cache'
import type { Commit } from '../../ballots/commands/statement'
import { NO_HEAD } from '../../ballots/rules/chain'
import { coalesce } from '../../coalesce'
import { db, voteDb } from '../../db'
import { oncePerProcess } from '../../process'
import type { SurveyRecord } from '../../surveys/queries/public'
import { resultsOf, type Tally } from '../rules/count'
import { readSnapshotName } from '../rules/snapshot'
import type { Results } from '../schema'

type Reader = Pick<ReturnType<typeof db>, '$queryRaw'>
type Row = { seq: bigint; at: Date; chain: Uint8Array; cells: string[] | null; counts: number[] | null }

/** Head and counts in one statement: a tally read in two could be of two commits. Of `known`, only the head is read. */
async function readTally(
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
const sharedTally = () =>
  oncePerProcess('tallies', () =>
    coalesce(async (surveyId: number) => {
      const known = keptTallies().get(surveyId)
      const tally = await readTally(surveyId, voteDb(), known)
      // Unless a commit brought it further meanwhile.
      if (tally && keptTallies().get(surveyId) === known) keptTallies().set(surveyId, tally)
      return tally
    }),
  )

/**
 * The tally of a moment not before `commit`, which its ballots' answers are about. What this process knows of the commit
 * before is brought up to it without a read; what other processes committed in between is not known, and read.
 */
async function tallyAfter(surveyId: number, commit: Commit): Promise<Tally | undefined> {
  const known = keptTallies().get(surveyId)
  if (known && known.seq >= commit.seq) return known
  if (known?.seq !== commit.seq - 1) return sharedTally()(surveyId)
  const { seq, at, chain } = commit
  const counts = new Map([...known.counts, ...commit.counts])
  const tally = { seq, at, chain: Buffer.from(chain).toString('hex'), counts }
  keptTallies().set(surveyId, tally)
  return tally
}

/** The results of `survey` as of a moment not before this call. Costs one indexed read, however many ballots. */
export async function findResults({ id, view }: SurveyRecord): Promise<Results> {
  return figuresOf(view, await sharedTally()(id))
}

const written = new WeakMap<Tally, { view: SurveyRecord['view']; json: string }>()

/** The same as JSON text, made once for all who are given the same results; of `commit` or later, where one is given. */
export async function findResultsJson({ id, view }: SurveyRecord, commit?: Commit): Promise<string> {
  const tally = await (commit ? tallyAfter(id, commit) : sharedTally()(id))
  const known = tally && written.get(tally)
  if (known?.view === view) return known.json
  const json = JSON.stringify(figuresOf(view, tally))
  if (tally) written.set(tally, { view, json })
  return json
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
