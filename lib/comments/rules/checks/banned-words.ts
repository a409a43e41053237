import type { Check } from '../check-input'
import type { Finding } from '../finding'
import type { NormalisedText } from '../normalise'
import { findWords, type WordList } from '../words'

/** Returns where banned words stand. One whose line names no reason holds the text: a person chooses the ground. */
export function findBanned(folded: NormalisedText, banned: WordList): Finding[] {
  const found = findWords(folded, banned).map(({ reason, ...place }): Finding => {
    const rule = 'banned_words'
    return reason
      ? { rule, effect: 'reject', reason, ...place }
      : { rule, effect: 'hold', groundless: true, ...place }
  })
  // A word with a reason takes precedence over one without, wherever they stand.
  return found.sort((a, b) => Number(b.effect === 'reject') - Number(a.effect === 'reject'))
}

/** Finds words that no context redeems. */
export const bannedWords: Check = ({ folded, banned }) => findBanned(folded, banned)
