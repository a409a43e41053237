import type { Language } from './found'

const FRENCH =
  /\b(?:le|la|les|des|une|du|et|est|que|qui|dans|pour|pas|vous|nous|sur|avec|ce|cette|au|aux|il|elle|sont|votre|plus|ou|en|quel|quelle|selon|avez|etes|pensez|faut|ca)\b|\b[cdjlmnst]'|\bqu'/g
const ENGLISH =
  /\b(?:the|of|and|is|in|to|that|for|it|with|on|was|you|your|are|this|be|have|has|do|does|would|will|not|what|which|from|or|at|by|an|should|they|how|who|did)\b/g
/** Maximum characters that are counted: enough to decide, and a bound for very long texts. */
const ENOUGH = 20_000

function count(text: string, words: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(words)) found++
  return found
}

/** Returns French unless English words are more frequent; `otherwise` on a tie. Expects folded text. */
export function languageOf(folded: string, otherwise: Language = 'fr'): Language {
  const sample = folded.length > ENOUGH ? folded.slice(-ENOUGH) : folded
  const french = count(sample, FRENCH)
  const english = count(sample, ENGLISH)
  if (french === english) return otherwise
  return english > french ? 'en' : 'fr'
}
