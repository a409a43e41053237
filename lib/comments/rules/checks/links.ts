import { findLinks } from '../links'
import type { Check } from '../said'

/** Every link is looked at once: behind it is a page that nobody here wrote. */
export const links: Check = ({ text }) =>
  findLinks(text).map(({ start, end }, _, all) => ({
    rule: 'links',
    effect: 'hold',
    start,
    end,
    score: all.length,
  }))
