import { WHEN } from '../ways'
import { beginsWithAdverb, headOf, lastStart, past, type Start } from './seen'

const ONGOING = /^(?!(?:during|nothing|anything|something|everything)\b)[a-z]{2,}ing\b/

/** “is streaming killing cinema or saving it” */
const ongoing: Start = ({ rest, next, language }) =>
  language === 'en' && ONGOING.test(next) ? past(lastStart(rest, (from) => ONGOING.test(from))) : undefined

/** «plus productif, moins productif»: alternatives that begin with a degree begin with one everywhere. */
const degree: Start = ({ rest, next }) =>
  beginsWithAdverb(next) && !beginsWithAdverb(rest) ? lastStart(rest, beginsWithAdverb) : undefined

/** «le matin ou le soir», «toute la journée ou quand je suis là» */
const time: Start = ({ rest, next }) =>
  WHEN.exec(next)?.index === 0 || /^(?:quand|lorsque|when) /.test(next) ? WHEN.exec(rest)?.index : undefined

/** “remembered as a triumph or a disaster” */
const role: Start = ({ rest, wanted, language }) => {
  const as = / as (?=(?:an?|the) )/.exec(` ${rest}`)
  return language === 'en' && wanted === 'determiner' && as ? as.index + 3 : undefined
}

/** «payer 5, 10 ou 15 euros» */
const number: Start = ({ rest, next }) =>
  /^\d/.test(next) ? lastStart(rest, (from) => /^\d/.test(from)) : undefined

/** Alternatives that show by their first words that they are of one kind. */
export const LIKENESS: Start[] = [ongoing, degree, time, role, number]

/** «half full» beside «half empty»: alternatives that begin alike begin where the word stands. */
export const sameHead: Start = ({ rest, next }) => {
  const head = headOf(next)
  return head === '' || !next.includes(' ')
    ? undefined
    : past(lastStart(rest, (from) => headOf(from) === head))
}

const REFLEXIVE = /^(?:(?:ne |n')?(?:se |s'))(?!il)/

/** «se dégrade» beside «la situation s'améliore» */
export const reflexive: Start = ({ rest, next, language }) =>
  language === 'fr' && REFLEXIVE.test(next)
    ? past(lastStart(rest, (from) => REFLEXIVE.test(from)))
    : undefined

/** «full time» beside «part time»: alternatives that end with one word are as long as each other. */
export const sameEnd: Start = ({ rest, next }) => {
  const words = rest.split(' ')
  const others = next.replace(/ (?:for|in|of|on|with|by|all|pour|de|dans) .*$/, '').split(' ')
  if (others.length < 2 || words.length <= others.length || words.at(-1) !== others.at(-1)) return undefined
  const taken = /^(?:tous|toutes|toute|tout|all|every)$/.test(words.at(-others.length - 1) ?? '') ? 1 : 0
  return rest.length - words.slice(-others.length - taken).join(' ').length
}
