import type { Check } from '../check-input'
import type { Finding } from '../finding'
import type { NormalisedText } from '../normalise'
import { findWords, type WordList } from '../words'

/** Returns where suspect words stand: each holds the text. */
export const findSuspect = (folded: NormalisedText, suspect: WordList): Finding[] =>
  findWords(folded, suspect).map(({ start, end }) => ({ rule: 'suspect_words', effect: 'hold', start, end }))

/** Finds words that are an insult in one sentence and a quotation in the next: a person reads it. */
export const suspectWords: Check = ({ folded, suspect }) => findSuspect(folded, suspect)
