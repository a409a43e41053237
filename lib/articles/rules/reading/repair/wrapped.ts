import { type Rewriting, rewrite } from './rewriting'

/**
 * Minimum characters of a wrapped line: mail and plain-text tools wrap near this width; a shorter line ends on purpose.
 */
const MIN_WRAP = 45
const CUT = /(?<=[^\s.?!:;…»”"])\n(?=\p{Ll}|[«"“(?])/gu

/** Joins lines that were wrapped in the middle of a sentence. */
export function joinWrapped(text: string): Rewriting {
  return rewrite(text, CUT, ({ index }) => {
    const before = text.lastIndexOf('\n', index - 1)
    return index - before > MIN_WRAP ? ' ' : undefined
  })
}
