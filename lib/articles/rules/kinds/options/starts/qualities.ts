import { optionPattern, optionWords } from '../../../../languages'
import { isParticiple } from '../verbs'
import { beginsWithVerb, classOf, goesBeforeNoun, isAdverb } from '../words'
import { reflexive, sameEnd, sameHead } from './likeness'
import { beginsWithAdverb, countOf, headOf, past, type Seen, type Start } from './seen'

/** Matches a known thing, whose description follows: «votre vélo neuf ou d'occasion». */
const KNOWN = optionPattern(({ knownThing }) => knownThing)
/** Matches “make roads safer or slower”. */
const COMPARATIVE = optionPattern(({ comparative }) => comparative)
/** Matches “describe the service as excellent or poor”, “buy it new or used”, “up to parents or schools”. */
const SAID_OF = optionPattern(({ saidOf }) => saidOf)
/** Matches where a judgement begins, when a word marks it: “the new rules a step too far”. */
const JUDGED = optionPattern(({ judgedAt }) => judgedAt)
/** Matches a preposition that is stated once: “with cash, card or phone”. */
const WAY = optionPattern(({ wayOnce }) => wayOnce)

const POSTPOSED = new RegExp(`^${optionWords(({ postposed }) => postposed)}$`)

const WAY_NOUN = optionPattern(({ wayNoun }) => wayNoun)

/** Returns where the last word begins, with the adverbs and the article that belong to it. */
function lastWords({ rest, language }: Seen): number {
  const words = rest.split(' ')
  let taken = POSTPOSED.test(words.at(-1) ?? '') ? 2 : 1
  while (taken < words.length && isAdverb(words[words.length - taken - 1] ?? '')) taken++
  const before = words[words.length - taken - 1] ?? ''
  if (goesBeforeNoun(words.at(-1) ?? '') && classOf(`${before} `, language) === 'determiner') taken++
  return rest.length - words.slice(-taken).join(' ').length
}

const lengthOf = (pattern: RegExp, text: string) => past(pattern.exec(text)?.[0].length)

/** Finds the state of a known thing: «votre thé chaud ou sans glace». */
export const known: Start = ({ rest, next, wanted, frame }) => {
  const match =
    (countOf(next) === 1 || wanted === 'preposition') && frame.kind === 'do' ? KNOWN.exec(rest) : null
  return match ? match.index + match[0].length : undefined
}

const comparative: Start = (seen) =>
  COMPARATIVE.test(seen.rest) &&
  COMPARATIVE.test(seen.next) &&
  countOf(seen.next) <= 2 &&
  !beginsWithVerb(seen.next)
    ? lastWords(seen)
    : undefined

/** Returns whether a word looks like a participle: “rebuilt”, “closed”. */
const isForm = (folded: string) => /^[a-z]+(?:ed|en|ing)\b/.test(folded) || isParticiple(headOf(folded))

/** Finds the object of a verb beside an alternative without one: “does a library need silence or life”. */
export const objectOf: Start = ({ rest, next, frame, language }) => {
  if (language === 'fr' || frame.kind !== 'do' || frame.acts || beginsWithVerb(next) || isForm(next))
    return undefined
  const verb = lengthOf(
    /^(?:[a-z]+ to )?(?![a-z]+ing\b)[a-z]+ (?:(?:up|off|out|down|away|back) )?(?=[^ ]+(?: [^ ]+){0,2}$)/,
    rest,
  )
  return classOf(rest, 'en') === 'word' && !beginsWithAdverb(rest) ? verb : undefined
}

const saidOf: Start = ({ rest, next, frame, language }) =>
  language === 'en' && !beginsWithVerb(next) && /^(?:do|be)$/.test(frame.kind)
    ? lengthOf(SAID_OF, rest)
    : undefined

const judged: Start = (seen) => {
  if (seen.frame.kind !== 'judge') return undefined
  const marked = seen.language === 'en' ? JUDGED.exec(seen.rest)?.index : undefined
  return past(marked) ?? (countOf(seen.rest) > 1 ? lastWords(seen) : undefined)
}

const way: Start = ({ rest, next }) => (countOf(next) === 1 ? lengthOf(WAY, rest) : undefined)

const topic: Start = (seen) =>
  countOf(seen.rest) > 3 && countOf(seen.next) === 1 && seen.frame.kind === 'none' ? lastWords(seen) : 0

/** Finds an adjective after a way: «l'utiliser à titre privé ou professionnel». */
const afterWay: Start = ({ rest, next, frame, language }) =>
  language === 'fr' && frame.kind === 'do' && countOf(next) === 1 ? lengthOf(WAY_NOUN, rest) : undefined

/** The rules for alternatives without an article, preposition or verb at their start. */
export const QUALITIES: Start[] = [
  sameHead,
  reflexive,
  known,
  comparative,
  objectOf,
  sameEnd,
  saidOf,
  judged,
  afterWay,
  way,
  topic,
]
