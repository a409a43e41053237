import { publicFigures } from '../ballots/queries/published'
import { db } from '../platform/db/client'
import { take, takeOfNetwork } from '../platform/db/rate-limit'
import { TITLE } from '../platform/db/title'
import { type Outcome, refusal, success } from '../platform/http/problem-codes'
import type { SurveyRecord } from '../surveys/queries/public'
import { showsResults } from '../surveys/rules/lifecycle'
import { contextIn, findContext } from './queries/context'
import { resultsFrom, resultsIn } from './queries/results'
import { freeze } from './rules/context'
import type { Results } from './schema'

const asOfOneMoment = (survey: SurveyRecord) =>
  db().$transaction(
    async (tx) => ({ results: await resultsIn(tx, survey), context: await contextIn(tx, survey) }),
    { isolationLevel: 'RepeatableRead' },
  )

const HOUR = 3_600
/**
 * Limits new citations in an hour, each kept for good: of one reader, of one network, and of one consultation. Readers
 * of a consultation have no use for more than two a minute.
 */
export const CITATIONS = {
  reader: { points: 10, duration: HOUR },
  network: { points: 30, duration: HOUR },
  survey: { points: 120, duration: HOUR },
} as const

/** The author of a citation: the reader, if this survey knows them, and their network. */
export type Citer = { reader?: Uint8Array | undefined; network?: string | undefined }

/** Counts a new citation; returns the seconds to wait when there are too many. */
async function tooMany(surveyId: number, { reader, network }: Citer): Promise<number | undefined> {
  const name = reader && Buffer.from(reader).toString('base64url')
  return (
    (name && (await take('citation.reader', name, CITATIONS.reader))) ||
    (await takeOfNetwork('citation.network', network, CITATIONS.network)) ||
    (await take('citation.survey', String(surveyId), CITATIONS.survey))
  )
}

/** Returns the existing citation of the results at `seq`, if there is one. */
async function citedAlready(
  { id: surveyId, view: { version } }: SurveyRecord,
  seq: number | undefined,
): Promise<Results | undefined> {
  if (seq === undefined) return undefined
  const key = { titleId: TITLE, surveyId, seq, version }
  const known = await db().snapshot.findUnique({ where: { titleId_surveyId_seq_version: key } })
  return known ? JSON.parse(known.body) : undefined
}

/**
 * Stores the results of `survey` that readers see now, with what is shown beside them. They stay for good, so that they
 * can be quoted. The same results cited twice are one citation, and the second costs nothing. Refusals:
 * `results_hidden`, `not_possible_now` while there are no figures, `too_many_citations`.
 */
export async function citeResults(survey: SurveyRecord, by: Citer): Promise<Outcome<Results>> {
  if (!showsResults(survey.view)) return refusal('results_hidden')
  const figures = await publicFigures(survey)
  if (figures.kind === 'few') return refusal('not_possible_now')
  const known = await citedAlready(survey, figures.tally?.seq)
  if (known) return success(known)
  const afterSeconds = await tooMany(survey.id, by)
  if (afterSeconds) return { ok: false, problem: { code: 'too_many_citations', again: { afterSeconds } } }
  const { results, context } =
    figures.kind === 'step'
      ? { results: resultsFrom(survey.view, figures), context: await findContext(survey, figures) }
      : await asOfOneMoment(survey)
  if (results.seq === 0) return refusal('not_possible_now')
  const { seq, version } = results
  const kept = {
    body: JSON.stringify(results),
    context: JSON.stringify(freeze(survey.view, results, context)),
  }
  await db().snapshot.createMany({
    data: [{ titleId: TITLE, surveyId: survey.id, seq, version, ...kept }],
    skipDuplicates: true,
  })
  return success(results)
}
