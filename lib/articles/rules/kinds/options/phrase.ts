import { plain } from '../../reading/plain'

/** A piece of a question with its folded form of the same length. */
export interface Phrase {
  text: string
  plain: string
}

/** Returns a text with its folded form. */
export const phrase = (text: string): Phrase => ({ text, plain: plain(text) })

/** Returns the part of a phrase from one offset to another. */
export const slice = ({ text, plain: folded }: Phrase, from: number, to?: number): Phrase => ({
  text: text.slice(from, to),
  plain: folded.slice(from, to),
})

/** Returns a phrase without spaces and separating punctuation at both ends. */
export function trimmed(given: Phrase): Phrase {
  const start = /^[\s,;:.–—-]*/.exec(given.plain)?.[0].length ?? 0
  const tail = /[\s,;:.?!…–—-]*$/.exec(given.plain.slice(-12))?.[0].length ?? 0
  return slice(given, start, Math.max(start, given.plain.length - tail))
}

/** Returns the number of words in a phrase. */
export const wordCount = ({ plain: folded }: Phrase) => (folded === '' ? 0 : folded.split(' ').length)
