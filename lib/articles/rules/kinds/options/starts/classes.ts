import { optionPattern } from '../../../../languages'
import { predicateStart } from '../predicate'
import { MANNER } from '../ways'
import { beginsWithVerb, classOf, goesBeforeNoun } from '../words'
import { known, objectOf } from './qualities'
import { countOf, headOf, lastStart, past, type Start, wordStarts } from './seen'

const PREPOSITION_GROUPS = [
  ['de', "d'", 'du', 'des'],
  ['a', 'au', 'aux'],
]
const group = (word: string) => PREPOSITION_GROUPS.find((members) => members.includes(word)) ?? [word]

const CLITIC = optionPattern(({ clitic }) => clitic)
const ARTICLED = optionPattern(({ articledPreposition }) => articledPreposition)
const GOVERNING = optionPattern(({ governing }) => governing)

/** Finds no part to remove where both begin alike: «de la liberté d'expression». */
const articled: Start = ({ rest, next, wanted }) =>
  wanted === 'preposition' &&
  ARTICLED.test(rest) &&
  ARTICLED.test(next) &&
  group(headOf(rest)).includes(headOf(next))
    ? 0
    : undefined

/** Finds «sur papier» in «lire sur papier» beside «sur écran». */
const sameClass: Start = ({ rest, next, wanted, frame, language }) => {
  const starts = wordStarts(rest)
  // «laisser les enfants décider»: a verb that stands first governs the others.
  const acts = classOf(rest, language) === 'infinitive'
  const found = starts.findLast((start, index) => {
    const from = rest.slice(start)
    if (classOf(from, language) !== wanted) return false
    if (wanted === 'preposition') return group(headOf(from)).includes(headOf(next))
    if (index > 0 && /^(?:du|des) /.test(from) && !/^(?:du|des) /.test(next)) return false
    const before = rest.slice(starts[index - 1] ?? 0, start)
    // «le voir en salle»: the pronoun belongs to the verb.
    if (wanted === 'infinitive') return index === 0 || (!acts && !CLITIC.test(before))
    // «de la mesure» belongs to the noun before it.
    return (
      index === 0 ||
      before === 'as ' ||
      // “in a quiet town or a busy one”.
      /^an? [a-z-]+ ones?$/.test(next) ||
      // «par la presse, la télévision ou…»: the preposition is stated once.
      (index === 1 && GOVERNING.test(before)) ||
      classOf(before, language) !== 'preposition'
    )
  })
  if (found !== 0 || frame.kind !== 'judge') return found
  // “Is the fee fair or a scandal”: the article belonged to the subject.
  return valueStart(rest, next) ?? (language === 'en' && countOf(rest) > 2 ? predicateStart(rest) : 0)
}

/**
 * Finds the object of a preposition that is stated once, after the verb: «inscrit pour le bac, la barque ou le pont».
 */
const governed: Start = ({ rest, wanted, language }) => {
  if (wanted !== 'determiner' || classOf(rest, language) === 'determiner') return undefined
  const starts = wordStarts(rest)
  return past(
    starts.findLast((start, index) => {
      const from = rest.slice(start)
      return classOf(from, language) === wanted && GOVERNING.test(rest.slice(starts[index - 1] ?? 0, start))
    }),
  )
}

/** Returns where an adjective without an article begins the answer: “the new stadium good value or a waste”. */
function valueStart(rest: string, next: string): number | undefined {
  if (!/^an? /.test(next)) return undefined
  return [...rest.matchAll(/[^ ]+/g)].find(({ 0: word }, index) => index > 1 && goesBeforeNoun(word))?.index
}

/** Finds a way beside another one, with a different preposition: «le journal sur papier ou en ligne». */
const otherWay: Start = ({ rest, next, wanted, frame, language }) =>
  wanted !== 'preposition' || frame.kind !== 'do' || /^(?:de|d'|du|des|of|pour|for)(?![a-z])/.test(next)
    ? undefined
    : past(
        lastStart(
          rest,
          (from) =>
            classOf(from, language) === 'preposition' && !/^(?:de|d'|du|des|of|to|pour)(?![a-z])/.test(from),
        ),
      )

const manner: Start = ({ rest, wanted }) => (wanted === 'preposition' ? MANNER.exec(rest)?.index : undefined)

/** Finds the word after a single verb: «l'acheter neuf ou à crédit». */
const afterVerb: Start = ({ rest, wanted, frame, language }) => {
  const verb = /^[^ ]+ (?=[^ ]+$)/.exec(rest)?.[0].length
  const acts = classOf(rest, language) === 'infinitive' || (language === 'en' && beginsWithVerb(rest))
  const done =
    language === 'fr' &&
    frame.kind === 'do' &&
    classOf(rest, language) === 'word' &&
    /^[a-z]+(?:e|i|u|is|it)(?:e?s)? /.test(rest)
  return wanted === 'preposition' && (acts || done) ? verb : undefined
}

const object: Start = (seen) => (seen.wanted === 'determiner' ? objectOf(seen) : undefined)

/** Finds the first way after its object: «ce vélo tel quel ou à neuf». */
const afterObject: Start = ({ rest, wanted, language }) =>
  wanted === 'preposition' && classOf(rest, language) === 'determiner'
    ? /^[^ ]+ [^ ]+ (?=[^ ]+ [^ ]+$)/.exec(rest)?.[0].length
    : undefined

/** The rules for alternatives whose start shows by an article, a preposition or a verb. */
export const CLASSES: Start[] = [
  articled,
  sameClass,
  governed,
  otherWay,
  manner,
  afterVerb,
  object,
  afterObject,
  known,
]
