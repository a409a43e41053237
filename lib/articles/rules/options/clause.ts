import type { Language } from '../found'
import { type Phrase, slice, trimmed } from './phrase'

/** A second alternative with a verb of its own answers the whole first one. */
const CLAUSE =
  /^(?:will|would|should|could|can|must|might|do|does|did|is|are|was|were|has|have) (?:it|this|that|they|you|we|he|she|there|the)\b|^[a-z]+-(?:t-)?(?:il|elle|ils|elles|on|ce|vous|tu|nous)\b/
const MODAL =
  /^(?:and |so |but )?(should|will|would|could|can|must|might|has|have|had) (?:it|this|that|they|we|he|she|i) /
const DOES = /^(?:and |so |but )?(?:do|does|did) (?:it|this|that|they|we|he|she|i|you|the [a-z]+) /
const INVERTED =
  /^.{0,120}?\b(?!est-|sont-|etait-|sera-|serait-|s'agit-)([a-z]{1,20})-(?:t-)?(?:il|elle|ils|elles|on)\b/

export const isClause = (folded: string) => CLAUSE.test(folded)

/** The first of two clauses without its subject: «a raison» of «le ministre a-t-il raison». */
export function spokenClause(first: Phrase, next: Phrase, language: Language): Phrase | undefined {
  if (!isClause(next.plain)) return undefined
  const plainly = language === 'en' ? DOES.exec(first.plain)?.[0].length : undefined
  if (plainly) return trimmed(slice(first, plainly))
  const match = (language === 'fr' ? INVERTED : MODAL).exec(first.plain)
  const verb = match?.[1]
  if (!match || !verb) return undefined
  const at = match[0].lastIndexOf(verb, match[0].length - (language === 'fr' ? 3 : 1))
  const said = slice(first, at, at + verb.length)
  const rest = trimmed(slice(first, match[0].length))
  // The verb that opened the sentence opens nothing any more.
  const text = at === 0 ? said.plain : said.text
  return { text: `${text} ${rest.text}`, plain: `${said.plain} ${rest.plain}` }
}
