import { optionPattern, optionWords } from '../../../../languages'
import { WHEN } from '../ways'
import { beginsWithAdverb, headOf, lastStart, past, type Start } from './seen'

const ONGOING = optionPattern(({ ongoing }) => ongoing)

/** Matches a determiner at the end, after which a word in -ing is a noun: “the ending”. */
const NAMED = optionPattern(({ namedEnd }) => namedEnd)

/** Finds verbs in -ing: “is streaming killing cinema or saving it”. */
const ongoing: Start = ({ rest, next, language }) =>
  language === 'en' && ONGOING.test(next)
    ? past(lastStart(rest, (from) => ONGOING.test(from) && !NAMED.test(rest.slice(0, -from.length))))
    : undefined

/** Finds a degree: where one alternative begins with a degree, all do («plus productif, moins productif»). */
const degree: Start = ({ rest, next }) =>
  beginsWithAdverb(next) && !beginsWithAdverb(rest) ? lastStart(rest, beginsWithAdverb) : undefined

/** Finds a time: «le matin ou le soir», «toute la journée ou quand je suis là». */
const time: Start = ({ rest, next }) =>
  WHEN.exec(next)?.index === 0 || /^(?:quand|lorsque|when) /.test(next) ? WHEN.exec(rest)?.index : undefined

/** Finds a role: “remembered as a triumph or a disaster”. */
const role: Start = ({ rest, wanted, language }) => {
  const as = / as (?=(?:an?|the) )/.exec(` ${rest}`)
  return language === 'en' && wanted === 'determiner' && as ? as.index + 3 : undefined
}

/** Finds a number: «payer 5, 10 ou 15 euros». */
const number: Start = ({ rest, next }) =>
  /^\d/.test(next) ? lastStart(rest, (from) => /^\d/.test(from)) : undefined

/** The rules for alternatives whose first words show that they are of one kind. */
export const LIKENESS: Start[] = [ongoing, degree, time, role, number]

/** Finds the word with which both alternatives begin: «half full» beside «half empty». */
export const sameHead: Start = ({ rest, next }) => {
  const head = headOf(next)
  return head === '' || !next.includes(' ')
    ? undefined
    : past(lastStart(rest, (from) => headOf(from) === head))
}

const REFLEXIVE = optionPattern(({ reflexive }) => reflexive)

/** Finds a reflexive verb: «se dégrade» beside «la situation s'améliore». */
export const reflexive: Start = ({ rest, next, language }) =>
  language === 'fr' && REFLEXIVE.test(next)
    ? past(lastStart(rest, (from) => REFLEXIVE.test(from)))
    : undefined

/** Matches what follows the last word that both alternatives may share. */
const ADJUNCT = new RegExp(` ${optionWords(({ afterEnd }) => afterEnd)} .*$`)

/** Finds an alternative that ends with the same word and is as long: «full time» beside «part time». */
export const sameEnd: Start = ({ rest, next }) => {
  const words = rest.split(' ')
  const others = next.replace(ADJUNCT, '').split(' ')
  if (others.length < 2 || words.length <= others.length || words.at(-1) !== others.at(-1)) return undefined
  const taken = /^(?:tous|toutes|toute|tout|all|every)$/.test(words.at(-others.length - 1) ?? '') ? 1 : 0
  return rest.length - words.slice(-others.length - taken).join(' ').length
}
