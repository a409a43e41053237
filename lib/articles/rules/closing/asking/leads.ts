import { anyOf } from '../../../languages'

/** Recognises short lines that announce the reader's turn. Patterns match folded text. */

const ASKS = new RegExp(
  `^(?:${anyOf(({ asking }) => asking.openers)},? ?)*${anyOf(({ asking }) => asking.handsOver)} ?[?!:….,]*$`,
)
const ANNOUNCES = new RegExp(
  `^(?:${anyOf(({ asking }) => asking.turns)} )?${anyOf(({ asking }) => asking.announces)} ?[!:….]*$`,
)

/** Matches pictures and marks before the words: «🗨️ Et vous ?». */
const MARKS = /^[^\p{L}\p{N}«“"(]+/u

/**
 * Returns whether a sentence hands over to the reader («Et vous ?», «Your turn:»). It asks nothing itself when a
 * question follows.
 */
export function isLead(plainSentence: string): boolean {
  const words = plainSentence.replace(MARKS, '')
  return ASKS.test(words) || ANNOUNCES.test(words)
}

const PREFIX = new RegExp(`^${anyOf(({ asking }) => asking.prefixes)} ?(?::|—|–| - ) ?(?=\\S)`)

/** Matches an order before a comma: «Let us know in the comments, which one do you prefer?». */
const ORDERED = new RegExp(
  `^${anyOf(({ asking }) => asking.orders)}(?:,| ?…|\\.\\.\\.) (?=${anyOf(({ asking }) => asking.ordered)})`,
)

/** Returns the length in characters of the announcement («Have your say: ») before the question itself. */
export function prefixLength(plainSentence: string): number {
  return (PREFIX.exec(plainSentence) ?? ORDERED.exec(plainSentence))?.[0].length ?? 0
}
