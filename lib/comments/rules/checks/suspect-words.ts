import type { Check } from '../said'
import { findWords } from '../words'

/** Words that are an insult in one sentence and a quotation in the next: somebody reads it. */
export const suspectWords: Check = ({ folded, suspect }) =>
  findWords(folded, suspect).map(({ start, end }) => ({ rule: 'suspect_words', effect: 'hold', start, end }))
