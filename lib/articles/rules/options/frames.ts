import { type Language, PACKS } from '../../languages'
import { ENGLISH_NAMED } from '../../languages/en/frames'
import type { Frame } from '../../languages/frame'
import { subjectFrame } from './subject'
import { beginsWithVerb } from './words'

const NOUN_AND_ADJECTIVE =
  /^ ?(?!a |an |the |just |too |very |more |not |really )[a-z]+ (?!idea|news|thing|move|choice)[a-z]+$/

/** Matches a described noun: “this project realistic”. */
const DESCRIBED = / [a-z]+(?:ic|ical|able|ible|ful|less|ous|ive|al|ent|ant)$/
/** Matches what the reader is, not does: “are you disappointed by it”. */
const READER_IS = /^(?:.{0,80}\b)?(?:are|were) (?:you|we|they)(?: all| still| more)* ?$/
const ACTED =
  /\b(?:prefer|like|want|choose|pick|use|play|watch|consider|call|buy|get|see|support|back|favou?r|for|with|to|on|in|of|as)$/

/** Matches a noun phrase that stands beside another: “this real progress or (just) clever marketing”. */
const TWO_NOUNS =
  /^(?:just |simply |merely )?(?!too |very |more |less |not |so |really |simply |just |a |an |the )[a-z]+(?<!ly) [a-z]+$/

/**
 * Matches a frame whose alternatives each have their verb, so that the first keeps its own. An example is “Would you go
 * with the cheaper one or pay for both”.
 */
const BEFORE_VERBS =
  /^(?:.{0,80}?\b)?(?:would|do|will|did|should|could|can|are) (?:you|we|they)(?: all)?(?: (?:rather|prefer to|want to|like to|plan to|planning to|going to|need to|have to|tend to|still|usually|mostly|always|typically|generally|really|actually|ever|just))* /
const OPENS_CLAUSE = /^(?:think|believe|feel|reckon|say|agree|expect) (?!of\b|about\b)/
/** Matches words after which, with their pronoun, any word is a verb. */
const ACTS =
  /^(?:.{0,80}?\b)?(?:would|do|will|did|should|could|can) (?:you|we|they) (?!think\b|believe\b|feel\b|reckon\b)/

/** Matches an observed subject, which is no part of the answer: “see the team rebuild or trade”. */
const WATCHED =
  /^(?:(?:see|have|watch) (?:the|your|our|a|this|that|them|him|her|it)(?: [a-z]+)? (?=[a-z]+ (?!or\b|and\b|of\b|in\b))|(?:want|like|need|expect) (?!to )[a-z' -]{1,30}? to (?=[a-z]))/

/** Returns the frame of a folded first alternative. */
export function frameOf(first: string, language: Language, next = ''): Frame {
  const verbs = language === 'en' && beginsWithVerb(next) ? BEFORE_VERBS.exec(first) : null
  if (verbs) {
    const rest = first.slice(verbs[0].length)
    const watched = WATCHED.exec(rest)?.[0].length ?? 0
    if (!OPENS_CLAUSE.test(rest) && (watched > 0 || beginsWithVerb(rest) || ACTS.test(first)))
      return { length: verbs[0].length + watched, kind: 'do' }
  }
  const named = language === 'en' ? subjectFrame(first) : undefined
  if (named) return named
  for (const [pattern, kind] of PACKS[language].frames?.frames ?? []) {
    const match = pattern.exec(first)
    if (!match) continue
    const length = past(first, match[0].length, language, next)
    // “Is this bridge safe”: the pronoun was a determiner, and a subject stands in between. “team A or team B”: the
    // word belongs to both.
    if (/ team$/.test(match[0]) && next.startsWith('team '))
      return { length: match[0].length - 4, kind: 'be' }
    // “are you for a ban, against it”.
    if (/ for$/.test(match[0]) && next.startsWith('against'))
      return { length: match[0].length - 3, kind: 'be' }
    const reader = READER_IS.exec(match[0])
    if (reader && !/^[a-z]+ing\b/.test(first.slice(length))) return { length, kind: 'be' }
    const named =
      / (?:this|that|these|those)$/.test(match[0]) &&
      NOUN_AND_ADJECTIVE.test(first.slice(length)) &&
      (!TWO_NOUNS.test(next) || DESCRIBED.test(first))
    return { length, kind: named ? 'judge' : kind, acts: ACTED.test(match[0].trim()) }
  }
  if (language === 'en') {
    const named = ENGLISH_NAMED.exec(first)
    if (named) return { length: named[0].length, kind: 'judge' }
  }
  return { length: 0, kind: 'none' }
}

function past(first: string, from: number, language: Language, next: string): number {
  // “more reporting or more interviews”: the degree belongs to the answer.
  if (
    /^(?:more|less|fewer|plus|moins|mieux) /.test(next) &&
    /^ ?(?:more|less|fewer|plus|moins|mieux) /.test(first.slice(from))
  )
    return from + (/^ ?/.exec(first.slice(from))?.[0].length ?? 0)
  // “more trains or cheaper tickets”.
  if (/^[a-z]{2,}er /.test(next) && /^ ?more /.test(first.slice(from))) return from
  const asides = new RegExp(`^[ ,]*${PACKS[language].frames?.asides ?? ''}`)
  const length = asides.exec(first.slice(from))?.[0].length ?? 0
  // «est-il déjà joué», «avez-vous déjà réservé»: whether it is done belongs to the answer.
  const done = /(?:est|sont|etait|sera|sommes)-(?:ce|ils?|elles?)$|(?:avez|auriez|as|etes)-(?:vous|tu)$/.test(
    first.slice(0, from).trim(),
  )
  const already = done ? first.slice(from, from + length).indexOf('deja ') : -1
  return from + (already >= 0 ? already : length)
}
