import type { Check } from '../check-input'
import type { Finding } from '../finding'
import type { NormalisedText } from '../normalise'
import { mayBeQuoted } from '../quoted-words'
import { findWords, type WordList } from '../words'

/**
 * Returns where banned words stand. What may be another word by accident, or a quotation, holds the text, and so does a
 * word whose line names no reason: a person chooses the ground.
 */
export function findBanned(folded: NormalisedText, banned: WordList): Finding[] {
  const found = findWords(folded, banned).map(({ reason, certain, ...place }): Finding => {
    const rule = 'banned_words'
    const own = certain && !mayBeQuoted(folded, folded.at.indexOf(place.start), folded.at.indexOf(place.end))
    if (reason && own) return { rule, effect: 'reject', reason, ...place }
    return { rule, effect: 'hold', ...(reason ? { uncertain: true } : { groundless: true }), ...place }
  })
  // A word that rejects takes precedence over one that holds, wherever they stand.
  return found.sort((a, b) => Number(b.effect === 'reject') - Number(a.effect === 'reject'))
}

/** Finds words that no context redeems. */
export const bannedWords: Check = ({ folded, banned }) => findBanned(folded, banned)
