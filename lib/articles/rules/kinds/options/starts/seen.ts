import { optionPattern, optionWords } from '../../../../languages'
import type { Frame } from '../../../../languages/frame'
import type { Language } from '../../../closing/found'
import type { Phrase } from '../phrase'
import { classOf, isAdverb, type WordClass } from '../words'

/** What a rule may use to find where the first alternative begins. */
export interface Seen {
  /** The question after its frame, up to its first «ou». */
  rest: string
  /** Another alternative, without the word that narrows it. */
  next: string
  wanted: WordClass
  frame: Frame
  language: Language
}

/**
 * A rule for one way in which two alternatives are alike. It returns the offset in `rest` at which the first one
 * begins, or 0 for all of it. It returns undefined where the rule does not apply.
 */
export type Start = (seen: Seen) => number | undefined

/** Matches words that narrow what follows and do not change its nature: «seulement pour les jeunes». */
const FOCUS = optionPattern(({ focus }) => focus)

/** Returns what the rules use of two alternatives. */
export function seen(rest: Phrase, other: Phrase, frame: Frame, language: Language): Seen {
  const said = other.plain.slice(FOCUS.exec(other.plain)?.[0].length ?? 0)
  // «taxer la vente plutôt que d'aider»: the preposition belongs to the comparison, not to the answer.
  const act = said.replace(/^(?:de |d')/, '')
  const acts = [rest.plain, act].every((phrase) => classOf(phrase, language) === 'infinitive')
  const next = acts ? act : said
  return { rest: rest.plain, next, wanted: classOf(next, language), frame, language }
}

const WORD_START = new RegExp(` |(?<=\\b${optionWords(({ elided }) => elided)})'`, 'g')

/** Returns the offsets at which the words of a folded phrase begin; elided words count as words. */
export const wordStarts = (folded: string): number[] => [
  0,
  ...Array.from(folded.matchAll(WORD_START), ({ index }) => index + 1),
]

/** Returns the offset of the last word from which the rest meets the condition. */
export const lastStart = (folded: string, meets: (from: string) => boolean): number | undefined =>
  wordStarts(folded).findLast((at) => meets(folded.slice(at)))

/** Returns the first word of a folded phrase; empty where it begins with none. */
export const headOf = (folded: string) => /^(?:[ld]'|[\p{L}]+)/u.exec(folded)?.[0] ?? ''

/** Returns the number of words in a folded phrase. */
export const countOf = (folded: string) => folded.split(' ').length

/** Returns whether a folded phrase begins with an adverb of degree. */
export const beginsWithAdverb = (folded: string) => isAdverb(headOf(folded))

/** Returns the offset if it is past the beginning, else undefined. */
export const past = (at: number | undefined) => (at ? at : undefined)
