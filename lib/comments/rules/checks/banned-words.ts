import type { Check } from '../said'
import { findWords } from '../words'

/** Words that no context redeems. */
export const bannedWords: Check = ({ folded, banned }) =>
  findWords(folded, banned).map((found) => ({ rule: 'banned_words', effect: 'reject', ...found }))
