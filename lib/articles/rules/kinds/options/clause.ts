import { optionPattern, PACKS } from '../../../languages'
import type { Language } from '../../closing/found'
import { type Phrase, slice, trimmed } from './phrase'
import { subjectFrame } from './subject'
import { classOf } from './words'

/** Matches a second alternative with a verb of its own: it answers the whole first one. */
const CLAUSE = optionPattern(({ verbClause }) => verbClause)
const INVERTED = optionPattern(({ inverted }) => inverted)
/** Matches what the reader does («Aimez-vous ce format»), unless the verb only opens the question. */
const ADDRESSED = optionPattern(({ addressed }) => addressed)

/** Matches alternatives that both describe the reader: «vous préparez tout ou vous improvisez». */
const SAID = optionPattern(({ said }) => said)

/** Returns whether a folded alternative is a clause. */
export const isClause = (folded: string) => CLAUSE.test(folded)
/** Returns the length of the reader as subject before the verb of an alternative; 0 without one. */
export const saidLength = (folded: string) => SAID.exec(folded)?.[0].length ?? 0

const joined = (...parts: Phrase[]): Phrase => ({
  text: parts.map(({ text }) => text).join(' '),
  plain: parts.map(({ plain }) => plain).join(' '),
})

const BARE_CLAUSE = optionPattern(({ bareClause }) => bareClause)
const NEXT_CLAUSE = optionPattern(({ nextClause }) => nextClause)

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

/**
 * Returns the first of two clauses as an answer: «a raison» of «le ministre a-t-il raison». Without an inverted verb or a
 * modal, and without its subject if the second clause shares it; undefined if it is not recognised.
 */
export function spokenClause(first: Phrase, next: Phrase, language: Language): Phrase | undefined {
  if (language === 'fr' && saidLength(next.plain) > 0) {
    const subject = saidLength(first.plain)
    if (subject > 0) return trimmed(slice(first, subject))
  }
  if (!isClause(next.plain)) return undefined
  const own = PACKS[language].options
  const claim = own.claim?.exec(first.plain)?.[0].length
  if (claim) return trimmed(slice(first, claim))
  const plainly = (own.does?.exec(first.plain) ?? own.reader?.exec(first.plain))?.[0].length
  if (plainly) {
    const said = trimmed(slice(first, plainly))
    const subject = own.subject?.exec(said.plain)
    const verb = subject?.[1] ?? ''
    // “will it help or will it not”: both answers keep the verb that both have.
    const kept = verb !== '' && next.plain.startsWith(`${verb} `) ? verb.length + 1 : 0
    return trimmed(slice(said, (subject?.[0].length ?? 0) - kept))
  }
  if (language === 'en') {
    const modal = own.modal?.exec(first.plain)
    const frame = modal ? undefined : subjectFrame(first.plain)
    if (frame) return trimmed(slice(first, frame.length))
    if (!modal?.[1]) return undefined
    const said = trimmed(slice(first, modal[0].length))
    // “should the park stay free or should visitors pay”: with another subject, the second clause is complete.
    // A participle alone is no answer: “have made a difference”.
    const kept = own.ofSame?.test(next.plain) || /^ha/.test(modal[1])
    return kept ? joined({ text: modal[1], plain: modal[1] }, said) : said
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
