import { type Language, PACKS } from '../../../languages'

const EMPTY = Object.fromEntries(
  Object.values(PACKS).map(({ language, lexicon }) => [language, new Set(lexicon.empty.split(' '))]),
)
const MIN_TERM = 4

/** Returns the words of a folded sentence that carry its subject, with plurals merged. */
export function termsOf(folded: string, language: Language): Set<string> {
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words
      .filter((word) => word.length >= MIN_TERM && !EMPTY[language]?.has(word))
      .map((word) => word.replace(/(?:s|x)$/, '')),
  )
}
