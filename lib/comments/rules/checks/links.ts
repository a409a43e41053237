import type { Check } from '../check-input'
import { findLinks } from '../links'

/** Maximum marks in a text that is all links; the score holds their full number. */
const MAX_MARKS = 20

/** Holds a text with links until a person has read it: behind a link is a page that nobody here wrote. */
export const links: Check = ({ text }) =>
  findLinks(text)
    .map(({ start, end }, _, all) => ({
      rule: 'links' as const,
      effect: 'hold' as const,
      start,
      end,
      score: all.length,
    }))
    .slice(0, MAX_MARKS)
