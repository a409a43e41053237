import { seenText } from '../../platform/i18n/clean-text'

/**
 * Returns the first two of `texts` that are one choice to readers, and to programs that compare choices without
 * capitals, spaces at the ends, kinds of apostrophe or composition; places are counted from 1. Undefined if none are.
 */
export function duplicateWording(
  texts: string[],
): { first: number; second: number; label: string } | undefined {
  const places = new Map<string, number>()
  for (const [index, text] of texts.entries()) {
    const seen = seenText(text)
    const first = places.get(seen)
    if (first !== undefined) return { first, second: index + 1, label: text.trim() }
    places.set(seen, index + 1)
  }
  return undefined
}
