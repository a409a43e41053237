import { anyOf, everySaid, type Language, optionPattern, optionWords, PACKS } from '../../../languages'
import { isVerb, mayBeVerb } from './verbs'

/** A word class that shows where an alternative begins. Words are folded by `plain`. */
export type WordClass = 'determiner' | 'preposition' | 'infinitive' | 'word'

const ADVERBS = new Set(everySaid(({ lexicon }) => lexicon.adverbs.split(' ')))
const NO_VERBS = new Set(everySaid(({ lexicon }) => lexicon.noVerbs?.split(' ') ?? []))
/** Matches adjectives that stand before the noun they share («une bonne ou mauvaise idée»). */
const BEFORE_NOUN = new RegExp(`^${anyOf(({ lexicon }) => [lexicon.beforeNoun])}$`)

/** Matches words of degree that lack what they measure. */
export const DEGREE = new RegExp(`^${optionWords(({ degrees }) => degrees)}$`)

/** Returns the class of the first word of a folded phrase. */
export function classOf(phrase: string, language: Language): WordClass {
  const { determiner, preposition, infinitive } = PACKS[language].lexicon
  const verb = infinitive?.exec(phrase)?.groups?.verb
  if (verb && !NO_VERBS.has(verb)) return 'infinitive'
  if (determiner.test(phrase)) return 'determiner'
  return preposition.test(phrase) ? 'preposition' : 'word'
}

const BEFORE_OBJECT = optionPattern(({ beforeObject }) => beforeObject)
const BEFORE_VERB = optionPattern(({ beforeVerb }) => beforeVerb)

/** Returns whether an English alternative begins with a verb in its plain form. */
export function beginsWithVerb(folded: string): boolean {
  const verb = folded.slice(BEFORE_VERB.exec(folded)?.[0].length ?? 0)
  return isVerb(/^[a-z]+(?= |$)/.exec(verb)?.[0] ?? '') || startsClass(verb)
}

function startsClass(folded: string): boolean {
  const { determiner, preposition } = PACKS.en.lexicon
  return BEFORE_OBJECT.test(folded) && !determiner.test(folded) && !preposition.test(folded)
}
/** Returns whether a word is an adverb of degree. */
export const isAdverb = (word: string) => ADVERBS.has(word)
const COMPARES = new RegExp(`^${optionWords(({ compares }) => compares)}\\b`)
/** Returns whether a phrase begins with a degree of comparison: «davantage». */
export const beginsWithDegree = (folded: string) => COMPARES.test(folded)
/** Returns whether two English words are verbs that may share an object: “support or oppose”. */
export const isTransitive = (one: string, other: string) => mayBeVerb(one) && mayBeVerb(other)
/** Returns whether an adjective stands before its noun. */
export const goesBeforeNoun = (word: string) => BEFORE_NOUN.test(word)
