import last from '../../docs/accessibility/result.json' with { type: 'json' }
import list from '../../docs/accessibility/rgaa.json' with { type: 'json' }

export const CRITERION_STATES = ['met', 'unmet', 'unchecked', 'na'] as const
export type CriterionState = (typeof CRITERION_STATES)[number]
/** A criterion of RGAA 4.1; its words are under `accessibility.criteria` in messages/*.json. */
export type Criterion = { id: string; state: CriterionState; by: 'tests' | 'hand' }

/** What the last run of the tests came to; scripts/dev/accessibility.ts writes it from what ran, and nothing else does. */
export type TestResult = {
  at: string
  /** The hash of what was tested (scripts/dev/accessibility-subject.ts): a result of anything else is stale. */
  subject: string
  browser: string
  axe: string
  tests: { passed: number; failed: number }
  checks: number
  faults: number
  /** The ways in which each state was looked at. */
  ways: string[]
  /** Every page that was looked at, by its route, with its states. */
  pages: { route: string; states: string[] }[]
}

export type Conformity = {
  state: 'full' | 'partial' | 'none'
  criteria: Criterion[]
  counts: Record<CriterionState, number>
  applicable: number
  /** In whole per cents, rounded down: nothing is claimed that is not there. */
  share: number
}

const HALF = 50
const ALL = 100

/**
 * How far the criteria of `given` are met, by RGAA's own rule. What only tests can say counts as unchecked when their
 * last run failed; what is unchecked counts as not met.
 */
export function conformityOf(given: Criterion[], { tests, faults }: TestResult): Conformity {
  const holds = tests.passed > 0 && tests.failed === 0 && faults === 0
  const criteria = given.map((one) =>
    one.by === 'tests' && one.state === 'met' && !holds ? { ...one, state: 'unchecked' as const } : one,
  )
  const count = (state: CriterionState) => criteria.filter((one) => one.state === state).length
  const counts = { met: count('met'), unmet: count('unmet'), unchecked: count('unchecked'), na: count('na') }
  const applicable = criteria.length - counts.na
  const share = applicable ? Math.floor((counts.met * ALL) / applicable) : 0
  const state = counts.met === applicable ? 'full' : share >= HALF ? 'partial' : 'none'
  return { state, criteria, counts, applicable, share }
}

export const testResult = (): TestResult => last
/** When the list kept by hand was last gone through. */
export const listChecked = list.checked
/** What Avis says of itself at /accessibilite. */
export const conformity = () => conformityOf(list.criteria as Criterion[], last)
