import type { Outcome } from '../../platform/http/problem-codes'
import type { Editor } from '../../staff/rules/roles'
import type { SurveyRecord } from '../../surveys/queries/public'
import type { Results } from '../schema'
import { withConcurrencyLimit } from './concurrency-limit'
import { resultsIn } from './results'
import { readElapsed } from './timeline'

/** One side of a comparison: public counts, and ballots by the hours since the opening. */
export type Side = { results: Results; elapsed: { elapsed: number; ballots: number }[] }

/** Compares two surveys from one snapshot. Refusal: `analysis_too_slow`. */
export const compare = (
  _editor: Editor,
  first: SurveyRecord,
  second: SurveyRecord,
): Promise<Outcome<[Side, Side]>> =>
  withConcurrencyLimit(async (tx) => {
    const side = async (survey: SurveyRecord): Promise<Side> => ({
      results: await resultsIn(tx, survey),
      elapsed: await readElapsed(tx, survey.id),
    })
    return [await side(first), await side(second)]
  })
