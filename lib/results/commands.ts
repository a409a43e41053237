import { db } from '../db'
import { type Outcome, refusal, success } from '../errors'
import type { SurveyRecord } from '../surveys/queries/public'
import { showsResults } from '../surveys/rules/life'
import { contextIn } from './queries/context'
import { resultsIn } from './queries/results'
import { freeze } from './rules/context'
import type { Results } from './schema'

const asOfOneMoment = (survey: SurveyRecord) =>
  db().$transaction(
    async (tx) => ({ results: await resultsIn(tx, survey), context: await contextIn(tx, survey) }),
    { isolationLevel: 'RepeatableRead' },
  )

/**
 * Keeps the results of `survey` as they are now, for good and with what is shown beside them, so that they can be quoted;
 * the same results cited twice are one. Refusals: `results_hidden`, and `not_possible_now` before the first ballot.
 */
export async function citeResults(survey: SurveyRecord): Promise<Outcome<Results>> {
  if (!showsResults(survey.view)) return refusal('results_hidden')
  const { results, context } = await asOfOneMoment(survey)
  if (results.seq === 0) return refusal('not_possible_now')
  const { seq, version } = results
  const kept = {
    body: JSON.stringify(results),
    context: JSON.stringify(freeze(survey.view, results, context)),
  }
  await db().snapshot.createMany({
    data: [{ surveyId: survey.id, seq, version, ...kept }],
    skipDuplicates: true,
  })
  return success(results)
}
