import { anyOf, PACKS } from '../../../languages'

/** Rates how clearly a question addresses the reader. Patterns match folded text. */

const OPINION = new RegExp(anyOf(({ asking }) => asking.opinion))
const ADDRESSED = new RegExp(anyOf(({ asking }) => asking.addressed))
const DIRECT = Object.values(PACKS).flatMap(({ asking: { directly } }) =>
  directly.length > 0 ? [directly] : [],
)

const CALLED = new RegExp(
  `^(?:[\\p{L}'-]+ ){0,2}${anyOf(({ asking }) => asking.readers)}(?: (?:de|du|des|d'|et|and|of|in) ?[\\p{L}' -]{2,40})?, `,
  'u',
)

/** Returns the length of the words that call readers before the question: «Chers lecteurs, ». */
export const calledLength = (plainSentence: string) => CALLED.exec(plainSentence)?.[0].length ?? 0

/** Returns 2 for a question about the reader's opinion, habits or choice, 1 if it addresses readers, else 0. */
export function addressOf(plainSentence: string): 0 | 1 | 2 {
  if (OPINION.test(plainSentence)) return 2
  if (DIRECT.some((signs) => signs.every((sign) => sign.test(plainSentence)))) return 2
  return ADDRESSED.test(plainSentence) || calledLength(plainSentence) > 0 ? 1 : 0
}
