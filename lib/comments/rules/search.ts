import { plainLetters } from './normalise'

/** Scripts without spaces between words: each of their characters counts as a word. */
const SPACELESS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const WORD = new RegExp(`[${SPACELESS}]|(?:(?![${SPACELESS}])[\\p{L}\\p{N}])+`, 'gu')
/** No word that people search for is longer, and PostgreSQL accepts no lexeme over 2,046 bytes. */
const WORD_LENGTH = 100
/** PostgreSQL keeps at most this many positions of one word, and none further on in a text. */
const MAX_PLACES = 255
const LAST_PLACE = 16_383

const wordsOf = (text: string): string[] =>
  (plainLetters(text).match(WORD) ?? []).map((word) =>
    word.length > WORD_LENGTH ? Array.from(word).slice(0, WORD_LENGTH).join('') : word,
  )

/**
 * Returns the words of a text with their positions, as the value of a `tsvector`. Built here and never by the database:
 * so a search finds the same whatever the database's locale, and needs no extension.
 */
export function searchWords(text: string): string {
  const places = new Map<string, number[]>()
  for (const [index, word] of wordsOf(text).entries()) {
    const known = places.get(word) ?? []
    if (known.length < MAX_PLACES) known.push(Math.min(index + 1, LAST_PLACE))
    places.set(word, known)
  }
  return Array.from(places, ([word, at]) => `'${word}':${at.join(',')}`).join(' ')
}

/**
 * Returns the `tsquery` that finds `typed` in such words: consecutive words, each matched by its beginning. Undefined
 * if `typed` has no letter and no digit.
 */
export function searchQuery(typed: string): string | undefined {
  const words = wordsOf(typed)
  return words.length ? words.map((word) => `'${word}':*`).join(' <-> ') : undefined
}
