import { groupOf, optionPattern, optionWords, PACKS } from '../../../languages'
import type { Language } from '../../closing/found'
import { CHARGED, sameCharge } from './charged'
import { isClause, saidLength } from './clause'
import type { Phrase } from './phrase'
import { slice, wordCount } from './phrase'
import { beginsWithDegree, beginsWithVerb, classOf, DEGREE, goesBeforeNoun, isTransitive } from './words'

const INTRANSITIVE = new RegExp(`^${optionWords(({ intransitive }) => intransitive)}$`)
const ADJUNCT = new RegExp(`,? ${optionWords(({ adjuncts }) => adjuncts)}\\b.*$`)
const GOVERNS = new RegExp(`\\b${optionWords(({ governs }) => governs)}(?:ed|ing)?$`)
/** Matches words that begin a complement. «à» without its accent is an English article. */
const AFTER_WORD = Object.fromEntries(
  Object.values(PACKS).map(({ language, options: { afterWord = [] } }) => [
    language,
    new RegExp(`^(?!at all\\b|du tout\\b)${groupOf(afterWord)}\\b`),
  ]),
)
const DEFINITE = optionWords(({ definite }) => definite)
const NAMED = new RegExp(`^${DEFINITE}[a-z-]+(?: [a-z-]+)?$`)
const OF_THESE = new RegExp(` ${optionWords(({ ofThese }) => ofThese)} `)
/** Matches a definite noun with its complement, such as «le prix de la barque». */
export const NAMED_OF = new RegExp(
  `^(${DEFINITE}[a-z-]+(?: [a-z-]+)??) ${optionWords(({ ofDefinite }) => ofDefinite)}`,
)
const BEFORE_ADJUNCT = new RegExp(`(?:^| )${optionWords(({ beforeAdjunct }) => beforeAdjunct)}$`)
const ADVERB = optionPattern(({ adverb }) => adverb)
const REFLEXIVE_ALONE = optionPattern(({ reflexiveAlone }) => reflexiveAlone)
const REFLEXIVE_OF = optionPattern(({ reflexiveOf }) => reflexiveOf)
const TO_DEFINITE = optionPattern(({ toDefinite }) => toDefinite)
const DEGREES = new RegExp(`^${optionWords(({ degreesBefore }) => degreesBefore)} `)
const ONLY = new RegExp(`^${optionWords(({ only }) => only)}$`)
const OF_NOUN = new RegExp(`^${optionWords(({ ofNoun }) => ofNoun)}\\b`)
const PARTICLE = optionPattern(({ particle }) => particle)
const KNOWN = new RegExp(`^${optionWords(({ definite }) => definite)}`)
/** A difference in words: if the alternative before is longer by more than this, the last one keeps its adjunct. */
const UNEVEN = 2

/** Returns whether the last verb has no other words of its own: «créer la surprise ou s'incliner face à…». */
const verbAlone = (before: Phrase, last: Phrase, language: Language) =>
  wordCount(before) > 1 &&
  wordCount(last) === 1 &&
  (language === 'fr' ? classOf(last.plain, language) === 'infinitive' : beginsWithVerb(last.plain))

/** Removes from the last alternative what it shares with the one before («fermer les tunnels» → «fermer»). */
export function withoutSharedTail(
  before: Phrase,
  last: Phrase,
  { pair, bare, known }: { pair: boolean; bare: boolean; known: boolean },
  language: Language,
): Phrase {
  const own = PACKS[language].options
  const charged = CHARGED.exec(last.plain)
  if (charged && sameCharge(before, last) && !CHARGED.test(before.plain)) return slice(last, 0, charged.index)
  const adjunct = ADJUNCT.exec(last.plain)
  let cut = last
  if (
    adjunct &&
    adjunct.index > 0 &&
    !ADJUNCT.test(before.plain) &&
    !isClause(last.plain) &&
    saidLength(last.plain) === 0
  ) {
    const without = slice(last, 0, adjunct.index)
    const kept =
      BEFORE_ADJUNCT.test(without.plain) ||
      GOVERNS.test(without.plain) ||
      ADVERB.test(without.plain) ||
      wordCount(before) - wordCount(without) > UNEVEN ||
      verbAlone(before, without, language)
    if (!kept) cut = without
  }
  // «se réjouir ou s'inquiéter de la décision».
  const reflexive = REFLEXIVE_ALONE.test(before.plain) ? REFLEXIVE_OF.exec(cut.plain) : null
  if (reflexive) return slice(cut, 0, reflexive[0].length)
  if (isClause(cut.plain)) return cut
  // «peu satisfait, pas du tout satisfait de ce vélo»: the words after the word they share are shared.
  const word = before.plain.split(' ').at(-1) ?? ''
  const again = word.length > 3 ? cut.plain.indexOf(` ${word} `) : -1
  if (again > 0 && AFTER_WORD[language]?.test(cut.plain.slice(again + word.length + 2)))
    return slice(cut, 0, again + word.length + 1)
  // «la cause ou le prétexte de ces départs»: two definite nouns that share their complement.
  const named =
    pair && (known || TO_DEFINITE.test(cut.plain) || OF_THESE.test(cut.plain))
      ? NAMED_OF.exec(cut.plain)?.[1]
      : undefined
  if (named && NAMED.test(before.plain)) return slice(cut, 0, named.length)
  if (wordCount(before) !== 1 || wordCount(cut) < 2) return cut
  // «moins, autant ou davantage les commerces de la rue»: a known thing is no measure.
  const measured = /^[a-z]+ (.*)$/.exec(cut.plain)?.[1]
  if (
    !pair &&
    measured &&
    beginsWithDegree(before.plain) &&
    beginsWithDegree(cut.plain) &&
    KNOWN.test(measured)
  )
    return slice(cut, 0, cut.plain.length - measured.length - 1)
  // Degrees lack what they measure: both receive it.
  if (DEGREE.test(before.plain)) return cut
  const degree = DEGREES.exec(cut.plain)?.[0].length ?? 0
  const [word1 = '', ...rest] = cut.plain.slice(degree).split(' ')
  const head = cut.plain.slice(0, degree) + word1
  const tail = rest.join(' ')
  const kind = classOf(before.plain, language)
  if (kind === 'infinitive' && classOf(cut.plain, language) === 'infinitive') {
    const shares = classOf(tail, language) === 'determiner' && !INTRANSITIVE.test(before.plain)
    return shares ? slice(cut, 0, head.length) : cut
  }
  if (kind !== 'word' || classOf(cut.plain, language) !== 'word' || goesBeforeNoun(before.plain)) return cut
  const transitive =
    classOf(tail, language) === 'determiner' || (isTransitive(before.plain, head) && !PARTICLE.test(tail))
  const verbShares = pair && language === 'en' && transitive && !INTRANSITIVE.test(before.plain)
  // «aimé ou détesté ce film»: two verbs of one form share what follows.
  const form = own.formEnds?.exec(before.plain)?.[0]
  const formShares = form !== undefined && head.endsWith(form) && classOf(tail, language) === 'determiner'
  if (own.completed?.test(head) || ONLY.test(head)) return cut
  // «gadget ou avenir de la ville»: beside a bare noun, the complement of a bare noun is its own.
  if (bare && OF_NOUN.test(tail)) return cut
  // «crédible ou utile à la ville»: «utile» needs the complement, «crédible» does not. «reporté ou joué à huis clos»:
  // how it is done.
  if (own.ownTo?.test(tail)) return cut
  if (own.toOrOf?.test(tail) && !own.governor?.test(before.plain)) return cut
  return (pair && AFTER_WORD[language]?.test(tail)) || verbShares || formShares
    ? slice(cut, 0, head.length)
    : cut
}
