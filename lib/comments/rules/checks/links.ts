import type { Check } from '../check-input'
import { findLinks } from '../links'

/** A text that is all links needs no more marks than this; its score says how many there are. */
const MOST_MARKS = 20

/** Every link is looked at once: behind it is a page that nobody here wrote. */
export const links: Check = ({ text }) =>
  findLinks(text)
    .map(({ start, end }, _, all) => ({
      rule: 'links' as const,
      effect: 'hold' as const,
      start,
      end,
      score: all.length,
    }))
    .slice(0, MOST_MARKS)
