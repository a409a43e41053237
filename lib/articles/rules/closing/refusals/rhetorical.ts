import { anyOf } from '../../../languages'

/** Matches whole questions that expect no answer, whatever surrounds them. */
const RHETORICAL = new RegExp(
  `^(?:${anyOf(({ refusals }) => refusals.rhetoricalOpeners)},? )*${anyOf(({ refusals }) => refusals.rhetorical)} ?[?!.…)]+$`,
)

/** Returns whether a sentence is a stock question that makes the writer's own point. */
export const isRhetorical = (plainSentence: string) =>
  plainSentence.length < 240 && RHETORICAL.test(plainSentence)
