import last from '../../docs/accessibility/result.json' with { type: 'json' }
import list from '../../docs/accessibility/rgaa.json' with { type: 'json' }

/** The states of a criterion: `na` where it does not apply. */
export const CRITERION_STATES = ['met', 'unmet', 'unchecked', 'na'] as const
/** One of these states. */
export type CriterionState = (typeof CRITERION_STATES)[number]
/** A criterion of RGAA 4.1; its text is under `accessibility.criteria` in messages/*.json. */
export type Criterion = { id: string; state: CriterionState; by: 'tests' | 'hand' }

/** The result of the last run of the tests. Only scripts/dev/accessibility.ts writes it, from what ran. */
export type TestResult = {
  at: string
  /** The hash of what was tested (scripts/dev/accessibility-hash.ts): a result for anything else is stale. */
  subject: string
  browser: string
  axe: string
  tests: { passed: number; failed: number }
  checks: number
  faults: number
  /** The ways in which each state was checked. */
  ways: string[]
  /** Every page that was checked, by its route, with its states. */
  pages: { route: string; states: string[] }[]
}

/** How far Avis conforms to RGAA. */
export type Conformity = {
  state: 'full' | 'partial' | 'none'
  criteria: Criterion[]
  counts: Record<CriterionState, number>
  applicable: number
  /** In whole per cents, rounded down, so that the claim is never too high. */
  share: number
}

const HALF = 50
const ALL = 100

/**
 * Returns how far the criteria of `given` are met, by RGAA's own rule. A criterion that only tests can decide counts as
 * unchecked when their last run failed. An unchecked one counts as not met.
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

/** Returns the result of the last run of the tests. */
export const testResult = (): TestResult => last
/** The date of the last review of the list kept by hand. */
export const listChecked = list.checked
/** Returns the conformity that Avis states at /accessibilite. */
export const conformity = () => conformityOf(list.criteria as Criterion[], last)
