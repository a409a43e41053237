import type { Language } from '../found'
import { isClause } from './clause'
import type { Frame } from './frames'
import { type Phrase, slice, trimmed, wordCount } from './phrase'
import { classOf, goesBeforeNoun, isAdverb } from './words'

const PREPOSITION_GROUPS = [
  ['de', "d'", 'du', 'des'],
  ['a', 'au', 'aux'],
]

const group = (word: string) => PREPOSITION_GROUPS.find((members) => members.includes(word)) ?? [word]

/** Offsets at which the words of a folded phrase begin; elided words count as words. */
function wordStarts(folded: string): number[] {
  return [0, ...Array.from(folded.matchAll(/ |(?<=\b(?:l|d|qu|s|n|j|m|t|c))'/g), ({ index }) => index + 1)]
}

const headOf = (folded: string) => /^(?:[ld]'|[\p{L}]+)/u.exec(folded)?.[0] ?? ''

function lastWords(given: Phrase, language: Language): Phrase {
  const words = given.plain.split(' ')
  let taken = 1
  while (taken < words.length && isAdverb(words[words.length - taken - 1] ?? '')) taken++
  const before = words[words.length - taken - 1] ?? ''
  if (goesBeforeNoun(words.at(-1) ?? '') && classOf(`${before} `, language) === 'determiner') taken++
  const length = words.slice(-taken).join(' ').length
  return slice(given, given.plain.length - length)
}

/** «plus productif, moins productif»: alternatives that begin with a degree begin with one everywhere. */
function degreeIn(rest: Phrase, next: Phrase): Phrase | undefined {
  if (!isAdverb(headOf(next.plain)) || isAdverb(headOf(rest.plain))) return undefined
  const start = wordStarts(rest.plain).findLast((at) => isAdverb(headOf(rest.plain.slice(at))))
  return start === undefined ? undefined : slice(rest, start)
}

const OFTEN =
  /\b(?:tous les (?:jours|mois|ans)|chaque (?:jour|semaine|mois)|souvent|parfois|rarement|jamais|toujours|regulierement|occasionnellement|de temps en temps|quelquefois|quotidiennement|(?:une|deux|trois|plusieurs) fois par [a-z]+|every (?:day|week|month)|often|sometimes|always|never|rarely|daily|weekly|occasionally|once in a while)$/

/**
 * The first alternative without the rest of the question: it begins with the same class of word as the next
 * one («lire sur papier» beside «sur écran» gives «sur papier»).
 */
export function align(rest: Phrase, next: Phrase, frame: Frame, language: Language): Phrase {
  const wanted = classOf(next.plain, language)
  // «doit être taxée ou interdite»: the verb is the frame's.
  if (wanted !== 'infinitive' && /^(?:etre|be) /.test(rest.plain))
    return slice(rest, rest.plain.indexOf(' ') + 1)
  if (isClause(next.plain)) return rest
  const degree = degreeIn(rest, next)
  if (degree) return degree
  if (frame.kind === 'be' && wanted !== 'preposition') return rest
  if (wanted === 'word') {
    if (frame.kind === 'judge' && wordCount(rest) > 1) return lastWords(rest, language)
    const often = OFTEN.exec(rest.plain)
    if (often && OFTEN.test(next.plain)) return slice(rest, often.index)
    return wordCount(rest) > 3 && wordCount(next) === 1 && frame.kind === 'none'
      ? lastWords(rest, language)
      : rest
  }
  const starts = wordStarts(rest.plain)
  const found = starts.findLast((start, index) => {
    const from = rest.plain.slice(start)
    if (classOf(from, language) !== wanted) return false
    if (wanted === 'preposition') return group(headOf(from)).includes(headOf(next.plain))
    if (index > 0 && /^(?:du|des) /.test(from) && !/^(?:du|des) /.test(next.plain)) return false
    const before = rest.plain.slice(starts[index - 1] ?? 0, start)
    // «de la mesure» belongs to the noun before it.
    return index === 0 || wanted === 'infinitive' || classOf(before, language) !== 'preposition'
  })
  if (found !== undefined) return trimmed(slice(rest, found))
  // «ce vélo tel quel ou à neuf»: the object stands before the first way.
  const object = /^[^ ]+ [^ ]+ (?=[^ ]+ [^ ]+$)/.exec(rest.plain)?.[0].length ?? 0
  const verb = /^[^ ]+ (?=[^ ]+$)/.exec(rest.plain)?.[0].length ?? 0
  if (wanted === 'preposition' && verb > 0 && classOf(rest.plain, language) === 'infinitive')
    return slice(rest, verb)
  const drops = wanted === 'preposition' && object > 0 && classOf(rest.plain, language) === 'determiner'
  return drops ? slice(rest, object) : rest
}
