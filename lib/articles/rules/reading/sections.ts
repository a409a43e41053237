import { anyOf } from '../../languages'
import { isLead } from '../closing/asking/leads'
import { furnitureOf } from './furniture'
import type { Line } from './lines'

/** The parts of a page. */
export type Section = 'body' | 'related' | 'meta' | 'comments' | 'faq'

/** Maximum characters of a heading of related articles; a longer line contains its one link itself. */
const MAX_HEADING = 45
/** Maximum characters of related titles and teasers; a longer paragraph belongs to the article again. */
const MAX_TEASER = 250

/** Minimum characters of an article after a count of comments: less text than this is the comments. */
const MIN_ARTICLE = 600

/** Matches the heading of questions that the page answers itself, after the article. */
const FREQUENT = new RegExp(`^${anyOf(({ page }) => page.frequent)}\\b.{0,30}$`)

/** Matches a label over a block that ends with the next empty line. */
const ADVERT = new RegExp(`^${anyOf(({ page }) => page.adverts)}$`)

const BACK_TO_READER = new RegExp(
  `^(?:et (?:vous|toi),? )?${anyOf(({ page }) => page.backToReader)}\\b[^?]{0,40}\\?`,
)

/** Returns the part of the page to which every line belongs. */
export function sectionsOf(folded: string, lines: Line[]): Section[] {
  let state: Section | 'advert' = 'body'
  return lines.map((line) => {
    const words = folded.slice(line.start, Math.min(line.end, line.start + 400))
    const length = line.end - line.start
    if (state === 'comments') return 'comments'
    // A heading that asks nothing leads back to the article.
    if (FREQUENT.test(words)) state = 'faq'
    else if (state === 'faq' && (isLead(words) || (line.heading && !words.includes('?')))) state = 'body'
    if (state === 'faq') return 'faq'
    // Without an empty line before it, nothing shows where its block would end: the label stands alone.
    if (ADVERT.test(words) && !line.gap) return 'meta'
    if (ADVERT.test(words)) state = 'advert'
    else if (state === 'advert' && line.gap) state = 'body'
    if (state === 'advert') return 'meta'
    const kind = furnitureOf(words)
    if (kind === 'comments') {
      // A count of comments under the headline does not end the article.
      if (line.start < folded.length * 0.4 && folded.length - line.end > MIN_ARTICLE) return 'meta'
      state = 'comments'
      return 'comments'
    }
    if (kind === 'related') {
      const headed = length <= MAX_HEADING && !/[?!]$/.test(words) && !/: ?\S/.test(words)
      if (headed) state = 'related'
      return 'related'
    }
    if (kind === 'meta') return 'meta'
    if (state === 'related') {
      const opening = /^[^?!.:]*[?!.:]?/.exec(words)?.[0] ?? ''
      const reader = isLead(words) || isLead(opening) || BACK_TO_READER.test(words)
      if (!reader && length < MAX_TEASER) return 'related'
      state = 'body'
    }
    return 'body'
  })
}
