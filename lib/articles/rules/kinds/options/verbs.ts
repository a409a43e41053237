import { NOUNS_TOO as ALSO_NOUNS, VERBS as ALWAYS, FINITE, IRREGULAR } from '../../../languages/en/verbs'

const VERBS = new Set(ALWAYS.split(' '))
const NOUNS_TOO = new Set(ALSO_NOUNS.split(' '))

/** Returns whether a word is a verb wherever it stands. */
export const isVerb = (word: string) => VERBS.has(word)
/** Returns whether a word may be a verb where one is expected. */
export const mayBeVerb = (word: string) =>
  VERBS.has(word) || NOUNS_TOO.has(word) || /[a-z]{2}ify$|[a-z]{3}i[sz]e$/.test(word)

/** Returns whether a word may follow “has” and a subject: “improved”, “gone”. */
export const isParticiple = (word: string) =>
  IRREGULAR.test(word) || /^[a-z]{2,}[^aeo]ed$|^[a-z]{2,}[ao]ed$/.test(word)

const PAST = /^[a-z]{2,}[^e]ed$/
/** Returns whether a word is a verb that has a subject of its own: “went”, “helped”, “helps”. */
export const isConjugated = (word: string) =>
  FINITE.test(word) ||
  PAST.test(word) ||
  (/[^s]s$/.test(word) && mayBeVerb(word.replace(/(?<=[sxh])es$|s$/, '')))
