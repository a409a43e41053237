import { optionPattern } from '../../../languages'
import { classOf, isAdverb } from './words'

const BEFORE_INFINITIVE = optionPattern(({ beforeInfinitive }) => beforeInfinitive)
/** Matches a noun phrase that depends on no preposition. */
const VALUE = optionPattern(({ value }) => value)
const DETERMINED = optionPattern(({ determined }) => determined)

/** Returns where the predicate of a subject begins, though no comma marks it: “the referee right to send him off”. */
export function predicateStart(rest: string): number {
  const words = [...rest.matchAll(/[^ ]+/g)]
  // A determiner begins the subject; no predicate begins before its noun.
  const noun = classOf(rest, 'en') === 'determiner' ? 1 : 0
  const from = words[noun + 1]?.index
  if (from === undefined) return 0
  const said = rest.slice(from - 1)
  const value = VALUE.exec(said)?.index
  if (value !== undefined) return from - 1 + value
  const marks = [BEFORE_INFINITIVE.exec(said)?.index, DETERMINED.exec(said)?.index]
  const marked = marks.filter((at) => at !== undefined)
  if (marked.length > 0) return from - 1 + Math.min(...marked)
  let last = words.length - 1
  while (last > noun + 1 && isAdverb(words[last - 1]?.[0] ?? '')) last--
  return words[last]?.index ?? 0
}
