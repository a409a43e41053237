import type { Language } from '../found'
import { type Phrase, slice, trimmed } from './phrase'
import { subjectFrame } from './subject'
import { classOf } from './words'

/** Pronouns before the verb of a French clause («la trouvez-vous trop chère»). */
export const CLITICS = "(?:(?:l'|la |le |les |vous |nous |lui |leur |y |en |s'en |s'|se |te |t'|m'|me )+)?"
/** Matches a second alternative with a verb of its own: it answers the whole first one. */
const CLAUSE = new RegExp(
  `^(?:should|could|would|does|did|is|are|was|were|has) [a-z]|^(?:will|can|must|might|do|have) (?:it|this|that|they|you|we|he|she|there|the|i)\\b|^(?:ne |n')?${CLITICS}[a-z]+-(?:t-)?(?:il|elle|ils|elles|on|ce|vous|tu|nous)\\b|^(?:cela|ca|(?:le|la|les|ce|cette|ces) [a-z'-]+) [a-z' ]{0,20}?[a-z]+-(?:t-)?(?:il|elle|ils|elles)\\b`,
)
const MODAL =
  /^(?:and |so |but )?(should|will|would|could|can|must|might|has|have|had) (?:it|this|that|they|we|he|she|i|(?:the|this|your|our|their) [a-z]+) /
const OF_SAME = /^[a-z]+ (?:it|this|that|they|we|he|she|i|there)\b/
const DOES =
  /^(?:and |so |but )?(?:do|does|did) (?:it|this|that|they|we|he|she|i|you|the [a-z]+) (?:(?:think|believe|feel|reckon|agree)(?: that)? )?/
/** Matches the subject in “do you think the new crew will…”. */
const SUBJECT =
  /^(?:it|they|he|she|we|(?:the|this|that|our|your) (?:[a-z'-]+ ){1,3}?)(?:will|would|can|could|is going to) (?!be\b)/
/** Matches a question about the reader's plans, with nothing before the verb: «are you planning to upgrade». */
const READER =
  /^(?:and |so |but )?(?:are|were|will|would|have|can|could) you (?:(?:still|really|already|actually) )?/
const INVERTED = new RegExp(
  `^.{0,120}?(?:(?<= )|^)(${CLITICS})(?!est-|sont-|va-|vont-|doi[a-z]*-|devrai[a-z]*-|peu[a-z]*-|pourrai[a-z]*-|(?:a|ont)-(?:t-)?[a-z]+ (?!(?:les?|la|une?|des|leurs?|son|sa|ses|sur|[a-z]+ (?:place|raison|tort)\\b)|l')|etait-|sera-|serait-|s'agit-|sembl|parai|rest)([a-z]{1,20})-(?:t-)?(?:il|elle|ils|elles|on)\\b`,
)
/** Matches what the reader does («Aimez-vous ce format»), unless the verb only opens the question. */
const ADDRESSED = new RegExp(
  `^(?:.{0,30}, )?(${CLITICS})(?!(?:etes|seriez|serez|etiez|avez|auriez|allez|prefer|pens|croy|trouv|estim|jug|consider|compt|souhait|voul|envisag|pouv|pourr|dev|aimeriez|prevoy|diriez)[a-z]*-)([a-z]{1,20}ez|faites|dites)-vous\\b`,
)

/** Matches alternatives that both describe the reader: «vous préparez tout ou vous improvisez». */
const SAID =
  /^(?:.{0,30}, )?(?:est-ce que )?(?:(?:vous|tu) (?=(?:[a-z]+ |[a-z]'){0,2}[a-z]+(?:ez|es|s|x)\b)|on (?=(?:[a-z]+ |[a-z]')?[a-z]+(?:e|t|d|a)\b))/

/** Returns whether a folded alternative is a clause. */
export const isClause = (folded: string) => CLAUSE.test(folded)
/** Returns the length of the reader as subject before the verb of an alternative; 0 without one. */
export const saidLength = (folded: string) => SAID.exec(folded)?.[0].length ?? 0

const joined = (...parts: Phrase[]): Phrase => ({
  text: parts.map(({ text }) => text).join(' '),
  plain: parts.map(({ plain }) => plain).join(' '),
})

const BARE_CLAUSE = new RegExp(
  `(?:^|.*? )(${CLITICS}[a-z]+)-(?:t-)?(?:il|elle|ils|elles|on|ce|vous|tu|nous)$`,
)
const NEXT_CLAUSE = new RegExp(`^${CLITICS}[a-z]+-(?:t-)?(?:il|elle|ils|elles|on|ce|vous|tu|nous)\\b`)

/** Returns two verbs that share the words after them: «Soutenez-vous ou condamnez-vous la grève». */
export function verbsAlone(first: Phrase, next: Phrase): [Phrase, Phrase] | undefined {
  const verb = BARE_CLAUSE.exec(first.plain)?.[1]
  const other = NEXT_CLAUSE.exec(next.plain)?.[0]
  if (verb === undefined || other === undefined) return undefined
  // «vous lasse-t-il ou vous laisse-t-il froid»: only an object can be shared.
  const after = next.plain.slice(other.length)
  if (/^ (?!(?:que|qu'|pour|contre|avec)\b)/.test(after) && classOf(after.slice(1), 'fr') === 'word')
    return undefined
  const subject = /[a-z]+$/
  if (subject.exec(first.plain)?.[0] !== subject.exec(other)?.[0]) return undefined
  const end = first.plain.lastIndexOf(verb) + verb.length
  const said = slice(first, end - verb.length, end)
  const lowered = { text: said.text.charAt(0).toLowerCase() + said.text.slice(1), plain: said.plain }
  return [end === verb.length ? lowered : said, slice(next, 0, other.length)]
}

/** Returns the first of two clauses without its subject: «a raison» of «le ministre a-t-il raison». */
export function spokenClause(first: Phrase, next: Phrase, language: Language): Phrase | undefined {
  if (language === 'fr' && saidLength(next.plain) > 0) {
    const subject = saidLength(first.plain)
    if (subject > 0) return trimmed(slice(first, subject))
  }
  if (!isClause(next.plain)) return undefined
  const plainly =
    language === 'en' ? (DOES.exec(first.plain) ?? READER.exec(first.plain))?.[0].length : undefined
  if (plainly) {
    const said = trimmed(slice(first, plainly))
    return trimmed(slice(said, SUBJECT.exec(said.plain)?.[0].length ?? 0))
  }
  if (language === 'en') {
    const modal = MODAL.exec(first.plain)
    const frame = modal ? undefined : subjectFrame(first.plain)
    if (frame) return trimmed(slice(first, frame.length))
    if (!modal?.[1]) return undefined
    const said = trimmed(slice(first, modal[0].length))
    // “should the park stay free or should visitors pay”: with another subject, the second clause is complete.
    return OF_SAME.test(next.plain) ? joined({ text: modal[1], plain: modal[1] }, said) : said
  }
  const match = ADDRESSED.exec(first.plain) ?? INVERTED.exec(first.plain)
  if (!match?.[2]) return undefined
  // «Faut-il craindre une crue ou est-ce un orage»: what is to be done is the answer.
  if (/^(?:faut|faudrait|faudra|fallait)$/.test(match[2])) return trimmed(slice(first, match[0].length))
  const before = match[1] ?? ''
  const pronoun = /-(?:t-)?[a-z]+$/.exec(match[0])?.[0].length ?? 0
  const end = match[0].length - pronoun
  const at = end - match[2].length - before.length
  const said = slice(first, at, end)
  // The verb that opened the sentence no longer does.
  const lowered =
    at === 0 ? { text: said.text.charAt(0).toLowerCase() + said.text.slice(1), plain: said.plain } : said
  return joined(lowered, trimmed(slice(first, match[0].length)))
}
