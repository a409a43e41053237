import { groupOf, type Language, PACKS } from '../../languages'
import { OTHERS } from '../../languages/others'

const FREQUENT = Object.values(PACKS).map(({ language, frequent }) => ({
  language,
  words: new RegExp(groupOf(frequent), 'g'),
}))
const ELSEWHERE = Object.values(OTHERS).map((words) => new RegExp(`\\b${groupOf(words.split(' '))}\\b`, 'g'))
/** Maximum characters that are counted: enough to decide, and a bound for very long texts. */
const ENOUGH = 20_000
/** Minimum words of a text whose language may be called unknown: in a shorter one a name decides too much. */
const TELLING_WORDS = 30
/** Minimum share of frequent words in a text of a pack's language; French, English and Spanish news have 0.25 to 0.5. */
const FREQUENT_SHARE = 0.1

function count(text: string, words: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(words)) found++
  return found
}

const sampleOf = (folded: string) => (folded.length > ENOUGH ? folded.slice(-ENOUGH) : folded)

/** Returns the language whose words are most frequent, and `otherwise` where two are as frequent. Expects folded text. */
export function languageOf(folded: string, otherwise: Language = 'fr'): Language {
  const sample = sampleOf(folded)
  const counts = FREQUENT.map(({ language, words }) => ({ language, found: count(sample, words) }))
  const most = Math.max(...counts.map(({ found }) => found))
  const [first, second] = counts.filter(({ found }) => found === most)
  return second || !first ? otherwise : first.language
}

/**
 * Returns whether an article is in none of the packs' languages: few of its words are their frequent ones, or those of
 * another language are more frequent. Expects folded text.
 */
export function isForeign(folded: string): boolean {
  const sample = sampleOf(folded)
  const words = count(sample, /\p{L}+/gu)
  if (words < TELLING_WORDS) return false
  const own = Math.max(...FREQUENT.map((one) => count(sample, one.words)))
  return own < words * FREQUENT_SHARE || ELSEWHERE.some((other) => count(sample, other) > own)
}
