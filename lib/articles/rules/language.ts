import { groupOf, type Language, PACKS } from '../languages'

const FREQUENT = Object.values(PACKS).map(({ language, frequent }) => ({
  language,
  words: new RegExp(groupOf(frequent), 'g'),
}))
/** Maximum characters that are counted: enough to decide, and a bound for very long texts. */
const ENOUGH = 20_000

function count(text: string, words: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(words)) found++
  return found
}

/** Returns the language whose words are most frequent, and `otherwise` where two are as frequent. Expects folded text. */
export function languageOf(folded: string, otherwise: Language = 'fr'): Language {
  const sample = folded.length > ENOUGH ? folded.slice(-ENOUGH) : folded
  const counts = FREQUENT.map(({ language, words }) => ({ language, found: count(sample, words) }))
  const most = Math.max(...counts.map(({ found }) => found))
  const [first, second] = counts.filter(({ found }) => found === most)
  return second || !first ? otherwise : first.language
}
