import { plainLetters } from './normalise'

/** Scripts that set no space between words: each of their characters counts as one. */
const SPACELESS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const WORD = new RegExp(`[${SPACELESS}]|(?:(?![${SPACELESS}])[\\p{L}\\p{N}])+`, 'gu')
/** No word that somebody looks for is longer, and PostgreSQL takes no lexeme over 2,046 bytes. */
const WORD_LENGTH = 100
/** PostgreSQL keeps as many places of one word, and none further on in a text. */
const MOST_PLACES = 255
const LAST_PLACE = 16_383

const wordsOf = (text: string): string[] =>
  (plainLetters(text).match(WORD) ?? []).map((word) =>
    word.length > WORD_LENGTH ? Array.from(word).slice(0, WORD_LENGTH).join('') : word,
  )

/**
 * The words of a text with their places, as the value of a `tsvector`. It is made here and never by the database, so
 * that a search finds the same whatever the database's locale, and needs no extension of it.
 */
export function searchWords(text: string): string {
  const places = new Map<string, number[]>()
  for (const [index, word] of wordsOf(text).entries()) {
    const known = places.get(word) ?? []
    if (known.length < MOST_PLACES) known.push(Math.min(index + 1, LAST_PLACE))
    places.set(word, known)
  }
  return Array.from(places, ([word, at]) => `'${word}':${at.join(',')}`).join(' ')
}

/**
 * What finds `typed` in such words, as a `tsquery`: the words that follow each other, each of them from its beginning.
 * Undefined where there is no letter and no digit to look for.
 */
export function searchQuery(typed: string): string | undefined {
  const words = wordsOf(typed)
  return words.length ? words.map((word) => `'${word}':*`).join(' <-> ') : undefined
}
