import { anyOf, everySaid, type Language, PACKS } from '../../languages'
import { isVerb } from './verbs'

/** A word class that shows where an alternative begins. Words are folded by `plain`. */
export type WordClass = 'determiner' | 'preposition' | 'infinitive' | 'word'

const ADVERBS = new Set(everySaid(({ lexicon }) => lexicon.adverbs.split(' ')))
const NO_VERBS = new Set(everySaid(({ lexicon }) => lexicon.noVerbs?.split(' ') ?? []))
/** Matches adjectives that stand before the noun they share («une bonne ou mauvaise idée»). */
const BEFORE_NOUN = new RegExp(`^${anyOf(({ lexicon }) => [lexicon.beforeNoun])}$`)

/** Matches words of degree that lack what they measure. */
export const DEGREE = /^(?:bien|mal|trop|peu|assez|plus|moins|more|less|fewer|too|well|badly|poorly)$/

/** Returns the class of the first word of a folded phrase. */
export function classOf(phrase: string, language: Language): WordClass {
  const { determiner, preposition, infinitive } = PACKS[language].lexicon
  const verb = infinitive?.exec(phrase)?.groups?.verb
  if (verb && !NO_VERBS.has(verb)) return 'infinitive'
  if (determiner.test(phrase)) return 'determiner'
  return preposition.test(phrase) ? 'preposition' : 'word'
}

/** Matches a word before an object or a particle: any such word is a verb (“oppose it”, “mend the roof”). */
const BEFORE_OBJECT =
  /^(?!(?:all|half|both|only|just|even|more|less|most|not|neither|either|such|quite|rather|too|what|twice|once|almost|nearly|as|like|than|one|none|never|always|about|over|up|out|off|down|back|through|near|around|across|behind|inside|outside|towards?|during|until|till|because|if|when|while|that|which|who)\b)(?:[a-z]{2,}(?<!ing|ed|ly|er|est)) (?:it|them|him|us|me|you|yourself|someone|somebody|something|everyone|the|an?|your|my|our|this|that|these|those|their|its|his|no|up|out|off|down|away|back|apart|ahead|aside|forward|together)\b/
const BEFORE_VERB = /^(?:just |simply |rather |not |instead )?/

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
/** Returns whether an adjective stands before its noun. */
export const goesBeforeNoun = (word: string) => BEFORE_NOUN.test(word)
