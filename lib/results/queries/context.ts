import { publicFigures } from '../../ballots/queries/published'
import type { PublicFigures } from '../../ballots/rules/published'
import { BALLOT_KEY } from '../../ballots/rules/tally-keys'
import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { singleFlight } from '../../platform/runtime/single-flight'
import type { SurveyRecord } from '../../surveys/queries/public'
import { contextOf, contextOfFew, hoursOf, type VisitRow } from '../rules/context'
import { readSnapshotName } from '../rules/snapshot'
import type { FrozenContext, ResultsContext } from '../schema'

type Reader = Pick<ReturnType<typeof db>, '$queryRaw'>

/** Reads rows per hour and per source, not per ballot. */
const readVisits = (surveyId: number, reader: Reader = db()) =>
  reader.$queryRaw<VisitRow[]>`/* readVisits */
    SELECT hour, source, sum(seen)::int AS seen, sum(started)::int AS started, sum(ballots)::int AS ballots
    FROM visit WHERE title_id = ${TITLE} AND survey_id = ${surveyId}
    GROUP BY GROUPING SETS ((hour), (source)) ORDER BY hour, source`

const sharedVisits = () => oncePerProcess('visits-read', () => singleFlight((id: number) => readVisits(id)))

/**
 * Returns the context of the results that readers see: openings of the page by now, where readers came from and when
 * they answered. Covers all versions of the questions. Ballots are as of the same commit as the figures. Costs a row
 * per hour, however many ballots.
 */
export async function findContext(survey: SurveyRecord, figures?: PublicFigures): Promise<ResultsContext> {
  const { id, view } = survey
  const [shown, rows] = await Promise.all([figures ?? publicFigures(survey), sharedVisits()(id)])
  if (shown.kind === 'exact') return contextOf(view, rows)
  if (shown.kind === 'few') return contextOfFew(view, rows, shown.counts.get(BALLOT_KEY) ?? 0)
  return contextOf(view, hoursOf(rows, shown.hours))
}

/** Returns the same within a transaction, from its snapshot. */
export const contextIn = async (reader: Reader, { id, view }: SurveyRecord): Promise<ResultsContext> =>
  contextOf(view, await readVisits(id, reader))

/**
 * Returns what was shown beside results when they were cited. Undefined if nobody cited them, or before this was
 * stored.
 */
export async function findFrozenContext(
  { id: surveyId }: SurveyRecord,
  name: string,
): Promise<FrozenContext | undefined> {
  const asked = readSnapshotName(name)
  if (!asked) return undefined
  const row = await db().snapshot.findUnique({
    where: { titleId_surveyId_seq_version: { titleId: TITLE, surveyId, ...asked } },
    select: { context: true },
  })
  return row?.context ? (JSON.parse(row.context) as FrozenContext) : undefined
}
