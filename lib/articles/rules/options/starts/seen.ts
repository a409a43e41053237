import type { Language } from '../../found'
import type { Frame } from '../frame'
import type { Phrase } from '../phrase'
import { classOf, isAdverb, type WordClass } from '../words'

/** What a rule may look at to tell where the first alternative begins. */
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
 * One way in which two alternatives are alike. Gives the offset in `rest` at which the first one begins, 0 for
 * all of it, undefined where the rule has nothing to say.
 */
export type Start = (seen: Seen) => number | undefined

/** Words that narrow what follows and do not change what it is: «seulement pour les jeunes». */
const FOCUS =
  /^(?:seulement|uniquement|exclusivement|simplement|directement|surtout|plutot|toujours|just|only|merely|simply|mostly|mainly|rather) (?=[a-z])/

export function seen(rest: Phrase, other: Phrase, frame: Frame, language: Language): Seen {
  const said = other.plain.slice(FOCUS.exec(other.plain)?.[0].length ?? 0)
  // «taxer la vente plutôt que d'aider»: the preposition is of the comparison, not of the answer.
  const act = said.replace(/^(?:de |d')/, '')
  const acts = [rest.plain, act].every((phrase) => classOf(phrase, language) === 'infinitive')
  const next = acts ? act : said
  return { rest: rest.plain, next, wanted: classOf(next, language), frame, language }
}

/** Offsets at which the words of a folded phrase begin; elided words count as words. */
export const wordStarts = (folded: string): number[] => [
  0,
  ...Array.from(folded.matchAll(/ |(?<=\b(?:l|d|qu|s|n|j|m|t|c))'/g), ({ index }) => index + 1),
]

/** The last word at which what follows meets the condition. */
export const lastStart = (folded: string, meets: (from: string) => boolean): number | undefined =>
  wordStarts(folded).findLast((at) => meets(folded.slice(at)))

/** The first word of a folded phrase, empty where none begins it. */
export const headOf = (folded: string) => /^(?:[ld]'|[\p{L}]+)/u.exec(folded)?.[0] ?? ''

export const countOf = (folded: string) => folded.split(' ').length

export const beginsWithAdverb = (folded: string) => isAdverb(headOf(folded))

/** The offset, where it is past the beginning. */
export const past = (at: number | undefined) => (at ? at : undefined)
