import type { Language } from '../found'
import { isClause } from './clause'
import type { Frame } from './frames'
import { type Phrase, slice, trimmed, wordCount } from './phrase'
import { predicateOf } from './predicate'
import { MANNER, WHEN } from './ways'
import { beginsWithVerb, classOf, goesBeforeNoun, isAdverb } from './words'

const PREPOSITION_GROUPS = [
  ['de', "d'", 'du', 'des'],
  ['a', 'au', 'aux'],
]

const group = (word: string) => PREPOSITION_GROUPS.find((members) => members.includes(word)) ?? [word]

/** Offsets at which the words of a folded phrase begin; elided words count as words. */
function wordStarts(folded: string): number[] {
  return [0, ...Array.from(folded.matchAll(/ |(?<=\b(?:l|d|qu|s|n|j|m|t|c))'/g), ({ index }) => index + 1)]
}

const CLITIC = /^(?:le |la |les |l'|y |se |s'|lui |leur |tout )$/

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

/** «ou l'inverse»: says all of the first alternative the other way round. */
const OPPOSITE = /^(?:l'inverse|le contraire|l'oppose|vice versa|the (?:opposite|reverse|other way round))\b/

/** «votre vélo neuf ou d'occasion»: of a thing that is known, what follows is said. */
const KNOWN =
  /(?:^|(?<= ))(?:mon|ma|mes|votre|vos|ton|ta|tes|ce|cet|cette|ces|son|sa|ses|leurs?|your|my|this|that|these|their|its) [a-z'-]+ (?=[^ ]+$)/

const ARTICLED = /^(?:de (?:la |l')|du |d'une? |des |au |a (?:la |l'|une? ))/

/** “the new rules a step too far”: where a judgement begins, when a mark shows it. */
const JUDGED =
  /(?<=^(?:the |this |that |these |those |your |our |its |their )?[^ ]+ (?:[^ ]+ ){0,6})(?:(?<!\b(?:of|from|to|in|for|on|at|by|with|as) )an? |(?:too|so|very|well|still|not|really) )/

/** «se dégrade» beside «la situation s'améliore» */
function reflexive(rest: Phrase, next: Phrase): Phrase | undefined {
  if (!REFLEXIVE.test(next.plain)) return undefined
  const start = wordStarts(rest.plain).findLast((at) => REFLEXIVE.test(rest.plain.slice(at)))
  return start ? slice(rest, start) : undefined
}
const REFLEXIVE = /^(?:(?:ne |n')?(?:se |s'))(?!il)/

/** «plus productif, moins productif»: alternatives that begin with a degree begin with one everywhere. */
function degreeIn(rest: Phrase, next: Phrase): Phrase | undefined {
  if (!isAdverb(headOf(next.plain)) || isAdverb(headOf(rest.plain))) return undefined
  const start = wordStarts(rest.plain).findLast((at) => isAdverb(headOf(rest.plain.slice(at))))
  return start === undefined ? undefined : slice(rest, start)
}

/** «le journal sur papier ou en ligne»: two ways need not begin with the same preposition. */
function otherWay(rest: Phrase, next: Phrase, starts: number[], language: Language): Phrase | undefined {
  if (/^(?:de|d'|du|des|of|pour|for)(?![a-z])/.test(next.plain)) return undefined
  const start = starts.findLast((at) => {
    const from = rest.plain.slice(at)
    return classOf(from, language) === 'preposition' && !/^(?:de|d'|du|des|of|to|pour)(?![a-z])/.test(from)
  })
  return start ? slice(rest, start) : undefined
}

/** “the new stadium good value or a waste”: the adjective that no article precedes begins the answer. */
function valueStart(rest: Phrase, next: Phrase): number | undefined {
  if (!/^an? /.test(next.plain)) return undefined
  const words = [...rest.plain.matchAll(/[^ ]+/g)]
  return words.find(({ 0: word }, index) => index > 1 && goesBeforeNoun(word))?.index
}

/** «half full» beside «half empty»: alternatives that begin alike begin where the word stands. */
function sameHead(rest: Phrase, next: Phrase): Phrase | undefined {
  const head = headOf(next.plain)
  const start = wordStarts(rest.plain).findLast((at) => headOf(rest.plain.slice(at)) === head)
  return start && wordCount(next) > 1 ? slice(rest, start) : undefined
}

/** “does a library need silence or life”: what is no verb stands beside the object of one. */
function objectOf(rest: Phrase, next: Phrase, frame: Frame): Phrase | undefined {
  if (frame.kind !== 'do' || frame.acts || beginsWithVerb(next.plain) || isForm(next.plain)) return undefined
  const verb =
    /^(?:[a-z]+ to )?(?![a-z]+ing\b)[a-z]+ (?=[^ ]+(?: [^ ]+){0,2}$)/.exec(rest.plain)?.[0].length ?? 0
  return verb > 0 && classOf(rest.plain, 'en') === 'word' && !isAdverb(headOf(rest.plain))
    ? slice(rest, verb)
    : undefined
}

/** Sounds like a participle: “rebuilt”, “closed”. */
const isForm = (folded: string) => /^[a-z]+(?:ed|en|ing)\b/.test(folded)

/** “make roads safer or slower” */
const COMPARATIVE =
  /(?:^| )(?:[a-z]{2,}(?<!rath|oth|eith|neith|nev|ev|ov|und|aft|wheth)er|worse|better|more [a-z]+|less [a-z]+)$/

/** «full time» beside «part time»: alternatives that end with one word are as long as each other. */
function paired(rest: Phrase, next: Phrase): Phrase | undefined {
  const words = rest.plain.split(' ')
  const others = next.plain.replace(/ (?:for|in|of|on|with|by|pour|de|dans) .*$/, '').split(' ')
  if (others.length < 2 || words.length <= others.length || words.at(-1) !== others.at(-1)) return undefined
  const taken = /^(?:tous|toutes|toute|tout|all|every)$/.test(words.at(-others.length - 1) ?? '') ? 1 : 0
  return slice(rest, rest.plain.length - words.slice(-others.length - taken).join(' ').length)
}

/**
 * The first alternative without the rest of the question: it begins with the same class of word as the next
 * one («lire sur papier» beside «sur écran» gives «sur papier»).
 */
export function align(rest: Phrase, next: Phrase, frame: Frame, language: Language): Phrase {
  const wanted = classOf(next.plain.replace(/^(?:just|only|merely|simply) /, ''), language)
  // «doit être taxée ou interdite»: the verb is the frame's.
  if (wanted !== 'infinitive' && /^(?:etre|be) /.test(rest.plain))
    return align(slice(rest, rest.plain.indexOf(' ') + 1), next, frame, language)
  if (OPPOSITE.test(next.plain)) return rest
  if (isClause(next.plain)) return language === 'en' && frame.kind === 'judge' ? predicateOf(rest) : rest
  const starts = wordStarts(rest.plain)
  const degree = degreeIn(rest, next)
  if (degree) return degree
  const when = WHEN.exec(next.plain)?.index === 0 ? WHEN.exec(rest.plain) : null
  if (when) return slice(rest, when.index)
  // “remembered as a triumph or a disaster”
  const as = wanted === 'determiner' ? / as (?=(?:an?|the|un|une) )/.exec(` ${rest.plain}`) : null
  if (as && language === 'en') return slice(rest, as.index + 3)
  // «payer 5, 10 ou 15 euros»
  const number = /^\d/.test(next.plain)
    ? starts.findLast((at) => /^\d/.test(rest.plain.slice(at)))
    : undefined
  if (number !== undefined) return slice(rest, number)
  if (frame.kind === 'be' && wanted !== 'preposition') return rest
  if (wanted === 'word') {
    const same = sameHead(rest, next) ?? (language === 'fr' ? reflexive(rest, next) : undefined)
    if (same) return same
    const known = wordCount(next) === 1 ? KNOWN.exec(rest.plain) : null
    if (known && frame.kind === 'do') return slice(rest, known.index + known[0].length)
    const object = language === 'en' ? objectOf(rest, next, frame) : undefined
    if (object) return object
    if (COMPARATIVE.test(rest.plain) && COMPARATIVE.test(next.plain) && wordCount(next) <= 2)
      return lastWords(rest, language)
    const pair = paired(rest, next)
    if (pair) return pair
    const judged = frame.kind === 'judge' && language === 'en' ? JUDGED.exec(rest.plain)?.index : undefined
    if (judged) return slice(rest, judged)
    if (frame.kind === 'judge' && wordCount(rest) > 1) return lastWords(rest, language)
    // “with cash, card or phone”: the preposition is said once.
    const way =
      wordCount(next) === 1
        ? /^(?:[a-z]+ )?(?:with|by|in|en|par|avec) (?=[^ ]+$)/.exec(rest.plain)?.[0].length
        : 0
    if (way) return slice(rest, way)
    return wordCount(rest) > 3 && wordCount(next) === 1 && frame.kind === 'none'
      ? lastWords(rest, language)
      : rest
  }
  // «de la liberté d'expression»: what begins like the next one begins there.
  if (wanted === 'preposition' && ARTICLED.test(rest.plain) && ARTICLED.test(next.plain)) {
    if (group(headOf(rest.plain)).includes(headOf(next.plain))) return rest
  }
  const found = starts.findLast((start, index) => {
    const from = rest.plain.slice(start)
    if (classOf(from, language) !== wanted) return false
    if (wanted === 'preposition') return group(headOf(from)).includes(headOf(next.plain))
    if (index > 0 && /^(?:du|des) /.test(from) && !/^(?:du|des) /.test(next.plain)) return false
    const before = rest.plain.slice(starts[index - 1] ?? 0, start)
    // «le voir en salle»: the pronoun is the verb's.
    if (wanted === 'infinitive' && index > 0 && CLITIC.test(before)) return false
    // «de la mesure» belongs to the noun before it.
    return (
      index === 0 ||
      wanted === 'infinitive' ||
      before === 'as ' ||
      // “in a quiet town or a busy one”
      /^an? [a-z-]+ ones?$/.test(next.plain) ||
      // «par la presse, la télévision ou…»: the preposition is said once.
      (index === 1 &&
        /^(?:par|sur|avec|pour|dans|chez|vers|contre|en|by|on|with|for|in|from|at) /.test(before)) ||
      classOf(before, language) !== 'preposition'
    )
  })
  const value = found === 0 && frame.kind === 'judge' ? valueStart(rest, next) : undefined
  if (value !== undefined) return slice(rest, value)
  // “Is the fee fair or a scandal”: the article was the subject's.
  if (found === 0 && language === 'en' && frame.kind === 'judge' && wordCount(rest) > 2)
    return predicateOf(rest)
  if (found !== undefined) return trimmed(slice(rest, found))
  const other =
    wanted === 'preposition' && frame.kind === 'do' ? otherWay(rest, next, starts, language) : undefined
  if (other) return other
  const manner = wanted === 'preposition' ? MANNER.exec(rest.plain) : null
  if (manner) return slice(rest, manner.index)
  // «ce vélo tel quel ou à neuf»: the object stands before the first way.
  const before = /^[^ ]+ [^ ]+ (?=[^ ]+ [^ ]+$)/.exec(rest.plain)?.[0].length ?? 0
  const verb = /^[^ ]+ (?=[^ ]+$)/.exec(rest.plain)?.[0].length ?? 0
  const acts =
    classOf(rest.plain, language) === 'infinitive' || (language === 'en' && beginsWithVerb(rest.plain))
  const done =
    language === 'fr' &&
    frame.kind === 'do' &&
    classOf(rest.plain, language) === 'word' &&
    /^[a-z]+(?:e|i|u|is|it)(?:e?s)? /.test(rest.plain)
  if (wanted === 'preposition' && verb > 0 && (acts || done)) return slice(rest, verb)
  const object = language === 'en' && wanted === 'determiner' ? objectOf(rest, next, frame) : undefined
  if (object) return object
  const drops = wanted === 'preposition' && before > 0 && classOf(rest.plain, language) === 'determiner'
  return drops ? slice(rest, before) : rest
}
