import { DSA_RULES } from './dsa-rules'

export const WHY = ['missing', 'not_listed', 'too_long', 'malformed', 'out_of_range'] as const
export type Why = (typeof WHY)[number]

/** One thing the database would refuse; `whole` if it accepts no statement without it. */
export type LeftOut = { attribute: string; why: Why; whole: boolean }

type Statement = Record<string, string | string[] | undefined>
type Rule = (typeof DSA_RULES)[string]

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Counts code points, as the database does. */
const lengthOf = (text: string) => Array.from(text).length

/** Returns why the database would refuse `value`; undefined when it would not. */
function refusedBy(rule: Rule, value: string | string[]): Why | undefined {
  if ('some' in rule)
    return Array.isArray(value) && value.every((one) => rule.some.includes(one)) ? undefined : 'not_listed'
  if (typeof value !== 'string') return 'malformed'
  if ('one' in rule) return rule.one.includes(value) ? undefined : 'not_listed'
  if ('text' in rule) {
    if (lengthOf(value) > rule.text) return 'too_long'
    return !rule.pattern || rule.pattern.test(value) ? undefined : 'malformed'
  }
  if (!DAY.test(value)) return 'malformed'
  return value >= rule.from && value <= rule.to ? undefined : 'out_of_range'
}

const isRequired = ({ required }: Rule, { decision_ground }: Statement) =>
  required === 'always' || required === decision_ground

/**
 * Returns a statement that the database accepts, without those attributes that it would refuse and does not require.
 * Undefined when it would refuse the whole, which would make it refuse every other statement of the request. `leftOut`
 * lists what is missing, and why.
 */
export function checkStatement(given: Statement): { statement?: Statement; leftOut: LeftOut[] } {
  const leftOut = Object.entries(DSA_RULES).flatMap(([attribute, rule]): LeftOut[] => {
    const value = given[attribute]
    const whole = isRequired(rule, given)
    if (!value?.length) return whole ? [{ attribute, why: 'missing', whole }] : []
    const why = refusedBy(rule, value)
    return why ? [{ attribute, why, whole }] : []
  })
  const gone = new Set(leftOut.map(({ attribute }) => attribute))
  const kept = Object.entries(given).filter(([name, value]) => value !== undefined && !gone.has(name))
  return {
    ...(!leftOut.some(({ whole }) => whole) && { statement: Object.fromEntries(kept) }),
    leftOut,
  }
}
