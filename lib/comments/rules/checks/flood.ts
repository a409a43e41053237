import type { Check } from '../check-input'

/** Combining marks on one letter: Vietnamese needs two, a prank dozens. */
const STACKED = /\p{M}{4,}/gu
/** One character repeated twenty times; less is a cry of joy, and a line of dashes or dots is punctuation. */
const REPEATED = /([^\s.\-_=*…!?])\1{19,}|([!?])\2{59,}/gu
const EMOJI = /\p{Extended_Pictographic}/gu
/** Fewer are hearts under a thank-you. */
const MAX_EMOJI = 10
/** Emoji per letter, from which on the text is a picture. */
const EMOJI_SHARE = 0.1
const MAX_MARKS = 5

/**
 * Finds combining marks in stacks, and floods of emoji or of one character. They serve to break a page, or to drown the
 * others.
 */
export const flood: Check = ({ text }) => {
  const places = [...text.matchAll(STACKED), ...text.matchAll(REPEATED)].slice(0, MAX_MARKS)
  const emoji = text.match(EMOJI)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const drowned = emoji > MAX_EMOJI && emoji > letters * EMOJI_SHARE
  return [
    ...places.map((found) => ({
      rule: 'flood' as const,
      effect: 'hold' as const,
      start: found.index,
      end: found.index + found[0].length,
      score: found[0].length,
    })),
    ...(drowned ? [{ rule: 'flood' as const, effect: 'hold' as const, score: emoji }] : []),
  ]
}
