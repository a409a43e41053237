import { optionPattern, optionWords } from '../../../languages'
import type { Frame } from '../../../languages/frame'
import type { Language } from '../../closing/found'
import { CHARGED, sameCharge } from './charged'
import type { Phrase } from './phrase'
import { phrase, slice } from './phrase'
import { NAMED_OF } from './shared-tail'
import { classOf, DEGREE, goesBeforeNoun } from './words'

const ADJECTIVE = optionPattern(({ adjective }) => adjective)
const SHARING = new RegExp(`^${optionWords(({ sharing }) => sharing)}$`)
const PLACED = new RegExp(`^${optionWords(({ placed }) => placed)} `)
const NO_QUALITY = new RegExp(`^${optionWords(({ noQuality }) => noQuality)}$`)
const ARTICLED = new RegExp(`^${optionWords(({ articled }) => articled)} `)
const TASK = new RegExp(`^${optionWords(({ task }) => task)}\\b`)
const DEGREES = new RegExp(`^${optionWords(({ sharedDegrees }) => sharedDegrees)} ?`)

const join = (...parts: string[]) => parts.filter((part) => part !== '').join(' ')
const wordsOf = (given: Phrase) => given.text.split(' ')

/** Repeats the noun of the first of three alternatives in the others: «une barque neuve, repeinte ou cabossée». */
export function withNounOfFirst([first, ...others]: Phrase[]): Phrase[] {
  if (!first) return []
  const words = wordsOf(first)
  const shares =
    ARTICLED.test(first.plain) &&
    words.length === 3 &&
    !NAMED_OF.test(first.plain) &&
    others.every(({ plain }) => /^[a-z-]{3,}$/.test(plain) && !NO_QUALITY.test(plain))
  const noun = words.slice(0, -1).join(' ').toLowerCase()
  return shares ? [first, ...others.map(({ text }) => phrase(join(noun, text)))] : [first, ...others]
}

/** Restores the noun that only one of two alternatives contains («une bonne ou mauvaise idée»). */
export function withSharedNoun(
  first: Phrase,
  second: Phrase,
  frame: Frame,
  language: Language,
): [Phrase, Phrase] {
  const one = wordsOf(first)
  const two = wordsOf(second)
  const adjective = first.plain.split(' ').at(-1) ?? ''
  const determined = classOf(first.plain, language) === 'determiner'
  const article = determined && one.length > 1 ? (one[0] ?? '') : ''
  const secondPlain = second.plain.split(' ')
  const placed = PLACED.test(first.plain) && PLACED.test(second.plain)
  const skip = placed ? 2 : classOf(second.plain, language) === 'determiner' ? 1 : 0
  if (
    goesBeforeNoun(adjective) &&
    !TASK.test(secondPlain[skip + 1] ?? '') &&
    (one.length <= 2 || (placed && one.length === 3)) &&
    goesBeforeNoun(secondPlain[skip] ?? '') &&
    two.length > skip + 1
  ) {
    const noun = two.slice(skip + 1).join(' ')
    return [
      phrase(join(first.text, noun)),
      skip > 0 ? second : phrase(join(article.toLowerCase(), second.text)),
    ]
  }
  const charged = CHARGED.exec(first.plain)
  if (charged && sameCharge(first, second)) return [slice(first, 0, charged.index), second]
  // «bien ou mal desservie», «trop ou pas assez cher»: two degrees share what they measure.
  const degree = DEGREES.exec(second.plain)?.[0].length
  if (degree && DEGREE.test(first.plain) && second.plain.length > degree)
    return [phrase(join(first.text, second.text.slice(degree))), second]
  // “an indoor or an outdoor cat”: an article and an adjective lack their noun.
  if (
    language === 'en' &&
    one.length === 2 &&
    two.length === 3 &&
    /^an?$/.test(first.plain.split(' ')[0] ?? '') &&
    /^an? /.test(second.plain) &&
    ADJECTIVE.test(adjective) &&
    ADJECTIVE.test(secondPlain[1] ?? '')
  )
    return [phrase(join(first.text, two.slice(2).join(' '))), second]
  // «avec ou sans sucre»: two prepositions share their noun.
  if (two.length > 1 && SHARING.test(adjective) && SHARING.test(secondPlain[0] ?? ''))
    return [phrase(join(one.at(-1) ?? '', two.slice(1).join(' '))), second]
  const postposed =
    language === 'fr' &&
    determined &&
    one.length > 2 &&
    two.length === 1 &&
    skip === 0 &&
    frame.kind !== 'judge'
  if (postposed && classOf(second.plain, language) === 'word' && !NO_QUALITY.test(second.plain)) {
    return [first, phrase(join(...one.slice(0, -1), second.text))]
  }
  return [first, second]
}
