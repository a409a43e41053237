import { type Language, optionPattern, optionWords, PACKS } from '../../../languages'
import { ENGLISH_NAMED } from '../../../languages/en/frames'
import type { Frame } from '../../../languages/frame'
import { subjectFrame } from './subject'
import { isConjugated } from './verbs'
import { beginsWithVerb, classOf } from './words'

const NOUN_AND_ADJECTIVE = optionPattern(({ nounAndAdjective }) => nounAndAdjective)

/** Matches a described noun: “this project realistic”. */
const DESCRIBED = optionPattern(({ described }) => described)
/** Matches what the reader is, not does: “are you disappointed by it”. */
const READER_IS = optionPattern(({ readerIs }) => readerIs)
const ACTED = optionPattern(({ acted }) => acted)

/** Matches a noun phrase that stands beside another: “this real progress or (just) clever marketing”. */
const TWO_NOUNS = optionPattern(({ twoNouns }) => twoNouns)

/**
 * Matches a frame whose alternatives each have their verb, so that the first keeps its own. An example is “Would you go
 * with the cheaper one or pay for both”.
 */
const BEFORE_VERBS = optionPattern(({ beforeVerbs }) => beforeVerbs)
const OPENS_CLAUSE = optionPattern(({ opensClause }) => opensClause)
/** Matches words after which, with their pronoun, any word is a verb. */
const ACTS = optionPattern(({ acts }) => acts)

/** Matches an observed subject, which is no part of the answer: “see the team rebuild or trade”. */
const WATCHED = optionPattern(({ watched }) => watched)

const INCLINED = optionPattern(({ inclined }) => inclined)

/** Returns the length of «prêt à» before acts, which are the answers. */
function inclination(rest: string, next: string, language: Language): number {
  const space = /^ */.exec(rest)?.[0].length ?? 0
  const said = INCLINED.exec(rest.slice(space))?.[0].length
  const acts = language === 'fr' ? classOf(next, 'fr') === 'infinitive' : beginsWithVerb(next)
  return said && acts ? space + said : 0
}

const LINKING = /^(?:feel|look|stay|sound|remain|becom)ing /
const OPINION = optionPattern(({ opinion }) => opinion)

/** Returns the frame of a claim whose verbs are finite: “do you think the crew went too far or not far enough”. */
function claimFrame(first: string, next: string, language: Language): Frame | undefined {
  const asked = language === 'en' ? OPINION.exec(first)?.[0].length : undefined
  if (!asked || !isConjugated(/^[a-z']+/.exec(next)?.[0] ?? '')) return undefined
  const subject = first.slice(asked)
  const words = [...subject.matchAll(/[^ ]+/g)]
  const from = classOf(subject, 'en') === 'determiner' ? 2 : 1
  const verb = words.find(({ 0: word }, at) => at >= from && isConjugated(word))
  return verb && { length: asked + verb.index, kind: 'be' }
}

/** Returns the frame of a folded first alternative. */
export function frameOf(first: string, language: Language, next = ''): Frame {
  const verbs = language === 'en' && beginsWithVerb(next) ? BEFORE_VERBS.exec(first) : null
  if (verbs) {
    const rest = first.slice(verbs[0].length)
    const watched = WATCHED.exec(rest)?.[0].length ?? 0
    if (!OPENS_CLAUSE.test(rest) && (watched > 0 || beginsWithVerb(rest) || ACTS.test(first)))
      return { length: verbs[0].length + watched, kind: 'do' }
  }
  const claimed = claimFrame(first, next, language)
  if (claimed) return claimed
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
    const inclined = /^(?:be|do)$/.test(kind) ? inclination(first.slice(length), next, language) : 0
    if (inclined > 0) return { length: length + inclined, kind: 'do' }
    const reader = READER_IS.exec(match[0])
    const ongoing = reader && /^[a-z]+ing (?:(?:for|with|on) )?/.exec(first.slice(length))?.[0]
    if (reader && !ongoing) return { length, kind: 'be' }
    if (ongoing && !/^[a-z]+ing\b/.test(next) && !beginsWithVerb(next))
      return { length: length + ongoing.length, kind: LINKING.test(ongoing) ? 'be' : 'do' }
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

const GRADED = new RegExp(`^ ?${optionWords(({ graded }) => graded)} `)

function past(first: string, from: number, language: Language, next: string): number {
  if (GRADED.test(next) && GRADED.test(first.slice(from))) return from
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
