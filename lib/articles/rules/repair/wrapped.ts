import { type Rewriting, rewrite } from './rewriting'

/** Mail and plain-text tools cut lines near this width; a shorter line that ends early was meant to. */
const SHORTEST_WRAP = 45
const CUT = /(?<=[^\s.?!:;…»”"])\n(?=\p{Ll}|[«"“(?])/gu

/** Joins lines that were cut in the middle of a sentence. */
export function joinWrapped(text: string): Rewriting {
  return rewrite(text, CUT, ({ index }) => {
    const before = text.lastIndexOf('\n', index - 1)
    return index - before > SHORTEST_WRAP ? ' ' : undefined
  })
}
