import { optionKey } from '../../ballots/rules/tally-keys'
import type { Outcome } from '../../platform/http/problem-codes'
import { LoadingCache } from '../../platform/runtime/loading-cache'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { SOURCES } from '../../readers/rules/sources'
import type { Editor } from '../../staff/rules/roles'
import type { SurveyRecord } from '../../surveys/queries/public'
import { type Crossing, crossingOf } from '../rules/crossing'
import type { Reach } from '../rules/reach'
import { type Timeline, timelineOf } from '../rules/timeline'
import type { Variable } from '../rules/variables'
import type { Results } from '../schema'
import { withConcurrencyLimit } from './concurrency-limit'
import { countTogether } from './counts'
import { resultsIn } from './results'
import { readReach, readTimeline } from './timeline'

/** What editors see of one survey, all of it as of the sequence and time of `results`. */
export type Analysis = {
  results: Results
  course: Timeline
  reach: Reach[]
  /** The options of the first variable by those of the second. */
  answers?: Crossing
  /** Where readers came from by the options of the first variable. */
  sources?: Crossing
}

/** The order of display; the last is of ballots that came without a page's token. */
const ORDER: string[] = [...SOURCES, 'unknown']

const analyseOnce = (survey: SurveyRecord, [a, b]: Variable[]): Promise<Outcome<Analysis>> =>
  withConcurrencyLimit(async (tx) => {
    const { id, view } = survey
    const results = await resultsIn(tx, survey)
    const counted = await countTogether(tx, id, view.version, a, b)
    const reach = (await readReach(tx, id))
      .filter(({ seen, started, answered }) => seen || started || answered)
      .sort((one, other) => ORDER.indexOf(one.source) - ORDER.indexOf(other.source))
    const from = reach.map(({ source }) => source)
    return {
      results,
      reach,
      course: timelineOf(await readTimeline(tx, id)),
      ...(a && b && { answers: crossingOf(counted.answers, keysOf(a), b) }),
      ...(a && { sources: crossingOf(counted.sources, from, a) }),
    }
  })

const keysOf = ({ options }: Variable) => options.map(({ id }) => optionKey(id))

/** Pictures are requested right after their page: they show the same counts without another read of the ballots. */
const FRESH_MS = 10_000
const MAX_KEPT = 50

const kept = () =>
  oncePerProcess(
    'analyses-kept',
    () =>
      new LoadingCache<string, Outcome<Analysis>>({ max: MAX_KEPT, ttl: FRESH_MS, keeps: ({ ok }) => ok }),
  )

/**
 * Returns the joint counts of `variables`, where readers came from and when they answered; at most ten seconds old.
 * Reads every ballot: seconds for millions. Refusal: `analysis_too_slow`.
 */
export async function analyse(
  _editor: Editor,
  survey: SurveyRecord,
  variables: Variable[],
): Promise<Outcome<Analysis>> {
  const key = [survey.id, survey.view.version, ...variables.map((variable) => variable.key)].join(' ')
  return kept().get(key, () => analyseOnce(survey, variables))
}
