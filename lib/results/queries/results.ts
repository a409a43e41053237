import { publicFigures } from '../../ballots/queries/published'
import { readTally, sharedTally } from '../../ballots/queries/tally'
import { NO_HEAD } from '../../ballots/rules/chain'
import type { Commit } from '../../ballots/rules/commit'
import type { PublicFigures, Tally } from '../../ballots/rules/published'
import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { correctionsSince, type DatedCorrection } from '../../surveys/queries/corrections'
import { findSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { fewResults, resultsOf } from '../rules/count'
import { readSnapshotName } from '../rules/snapshot'
import type { Results } from '../schema'

type Reader = Pick<ReturnType<typeof db>, '$queryRaw'>

const exactOf = (view: SurveyRecord['view'], tally: Tally | undefined): Results =>
  resultsOf(view, tally ?? { seq: 0, at: new Date(view.opensAt ?? 0), chain: NO_HEAD, counts: new Map() })

/** Returns public figures as results. */
export const resultsFrom = (view: SurveyRecord['view'], figures: PublicFigures): Results =>
  figures.kind === 'few' ? fewResults(view, figures) : exactOf(view, figures.tally)

/** Returns the results of `survey` that readers may see by now. Costs one indexed read, however many ballots. */
export const findResults = async (survey: SurveyRecord): Promise<Results> =>
  resultsFrom(survey.view, await publicFigures(survey))

/**
 * Returns whether `results` have nothing to show yet although earlier versions of the questions were answered: then
 * those are shown.
 */
export const awaitsFigures = ({ ballots, questions, earlier }: Results): boolean =>
  earlier > 0 && (ballots === 0 || questions.length === 0)

/** Returns the last version of the questions before those of `survey` that somebody answered, with its public results. */
export async function findAnsweredVersion({
  view: { slug, version },
}: SurveyRecord): Promise<{ survey: SurveyRecord; results: Results } | undefined> {
  for (let earlier = version - 1; earlier > 0; earlier--) {
    const survey = await findSurvey(slug, earlier)
    if (!survey) continue
    const results = await findResults(survey)
    if (results.ballots) return { survey, results }
  }
  return undefined
}

type Written = { view: SurveyRecord['view']; json: string }
const written = new WeakMap<object, Written>()

/** Returns `make` as JSON text, built once for all requests that get the same figures of the same survey. */
function textOf(of: object | undefined, view: SurveyRecord['view'], make: () => Results): string {
  const known = of && written.get(of)
  if (known?.view === view) return known.json
  const json = JSON.stringify(make())
  if (of) written.set(of, { view, json })
  return json
}

/** Returns the same as JSON text. With `commit`, for the response to its ballots. */
export async function findResultsJson(survey: SurveyRecord, commit?: Commit): Promise<string> {
  const figures = await publicFigures(survey, commit)
  const of = figures.kind === 'exact' ? figures.tally : figures
  return textOf(of, survey.view, () => resultsFrom(survey.view, figures))
}

/** Returns the exact results, whatever readers may see: for editors alone. */
export async function findExactJson({ id, view }: SurveyRecord): Promise<string> {
  const tally = await sharedTally(id)
  return textOf(tally, view, () => exactOf(view, tally))
}

/** Returns the same within a transaction, from its snapshot: for what must agree with other reads there. */
export const resultsIn = async (reader: Reader, { id, view }: SurveyRecord): Promise<Results> =>
  exactOf(view, await readTally(id, reader))

/** Lists the corrections of the wording of cited results that were made after somebody cited them. */
export async function findCorrections(
  { id: surveyId }: SurveyRecord,
  name: string,
): Promise<DatedCorrection[]> {
  const asked = readSnapshotName(name)
  const row =
    asked &&
    (await db().snapshot.findUnique({
      where: { titleId_surveyId_seq_version: { titleId: TITLE, surveyId, ...asked } },
      select: { createdAt: true },
    }))
  return row ? correctionsSince({ surveyId, version: asked.version }, row.createdAt) : []
}

/** Returns cited results unchanged: exactly what their hash covers. Undefined if nobody cited them. */
export async function findSnapshot(
  { id: surveyId }: SurveyRecord,
  name: string,
): Promise<Results | undefined> {
  const asked = readSnapshotName(name)
  if (!asked) return undefined
  const row = await db().snapshot.findUnique({
    where: { titleId_surveyId_seq_version: { titleId: TITLE, surveyId, ...asked } },
    select: { body: true },
  })
  return row ? (JSON.parse(row.body) as Results) : undefined
}
