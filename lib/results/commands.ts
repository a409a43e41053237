import { db } from '../db'
import { type Outcome, refusal, success } from '../errors'
import type { SurveyRecord } from '../surveys/queries/public'
import { showsResults } from '../surveys/rules/life'
import { findResults } from './queries/results'
import type { Results } from './schema'

/**
 * Keeps the results of `survey` as they are now, for good, so that they can be quoted; the same results cited twice
 * are one. Refusals: `results_hidden`, and `not_possible_now` before the first ballot.
 */
export async function citeResults(survey: SurveyRecord): Promise<Outcome<Results>> {
  if (!showsResults(survey.view)) return refusal('results_hidden')
  const results = await findResults(survey)
  if (results.seq === 0) return refusal('not_possible_now')
  const { seq, version } = results
  await db().snapshot.createMany({
    data: [{ surveyId: survey.id, seq, version, body: JSON.stringify(results) }],
    skipDuplicates: true,
  })
  return success(results)
}
