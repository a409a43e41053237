/** Maximum bytes of a page. A newspaper's page is under 1 MB; a larger one is no article, and no feed. */
export const PAGE_BYTES = 5 * 1024 * 1024
/**
 * Maximum characters of an article, a few pages. A longer text is a book, or a whole web page pasted with its comments.
 */
export const ARTICLE_LENGTH = 100_000
/** Maximum lines of an article: a newspaper's longest pages have a tenth of it. */
export const ARTICLE_LINES = 5_000
/** Maximum elements of a web page that are read: the heaviest news pages have a tenth of it. */
const PAGE_TAGS = 50_000
/** Maximum elements inside each other in a page's source: the parser's time grows with the square of it. */
const PAGE_DEPTH = 5_000
/** Limits the questions sought at the end of an article; a survey accepts fewer. */
export const MAX_FOUND = 60

/** What was truncated: how much was kept, of how much. */
export type Cut = { of: 'characters' | 'lines' | 'tags' | 'depth' | 'questions'; kept: number; given: number }

/**
 * Returns the offset of match number `most` + 1 of `pattern` and the number of matches. Returns undefined when there
 * are no more.
 */
function beyond(text: string, pattern: RegExp, most: number): { at: number; given: number } | undefined {
  let given = 0
  let at = 0
  for (const { index } of text.matchAll(pattern)) {
    given++
    if (given === most + 1) at = index
  }
  return given > most ? { at, given } : undefined
}

/** Returns the start of a text, at most ARTICLE_LINES lines and ARTICLE_LENGTH characters, and what was truncated. */
export function cutText(text: string): { text: string; cuts: Cut[] } {
  const cuts: Cut[] = []
  let kept = text
  if (kept.length > ARTICLE_LENGTH) {
    // Half a surrogate pair would be a replacement character in the database.
    const half = /[\ud800-\udbff]/.test(text.charAt(ARTICLE_LENGTH - 1)) ? 1 : 0
    kept = text.slice(0, ARTICLE_LENGTH - half)
    cuts.push({ of: 'characters', kept: kept.length, given: text.length })
  }
  const lines = beyond(kept, /\n/g, ARTICLE_LINES - 1)
  if (lines) {
    kept = kept.slice(0, lines.at)
    cuts.push({ of: 'lines', kept: ARTICLE_LINES, given: lines.given + 1 })
  }
  return { text: kept, cuts }
}

/** Elements that hold nothing, or whose end may be left out: they do not nest. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|t[rdh]|option)$/i

/** Returns where a page nests deeper than PAGE_DEPTH, and how deep it goes. Scripts count what they write. */
function tooDeep(html: string): { at: number; given: number } | undefined {
  let [depth, deepest, at] = [0, 0, 0]
  for (const { index, 1: slash, 2: name = '' } of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (FLAT.test(name)) continue
    depth = Math.max(0, depth + (slash ? -1 : 1))
    if (depth <= deepest) continue
    deepest = depth
    if (depth === PAGE_DEPTH + 1) at = index
  }
  return deepest > PAGE_DEPTH ? { at, given: deepest } : undefined
}

/** Returns the start of a web page, with at most PAGE_TAGS tags and PAGE_DEPTH levels, and what was truncated. */
export function cutPage(html: string): { html: string; cuts: Cut[] } {
  const cuts: Cut[] = []
  const tags = beyond(html, /<[a-z]/gi, PAGE_TAGS)
  if (tags) cuts.push({ of: 'tags', kept: PAGE_TAGS, given: tags.given })
  const start = html.slice(0, tags?.at)
  const depth = tooDeep(start)
  if (depth) cuts.push({ of: 'depth', kept: PAGE_DEPTH, given: depth.given })
  return { html: start.slice(0, depth?.at), cuts }
}
