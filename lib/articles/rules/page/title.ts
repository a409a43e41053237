import { plain } from '../reading/plain'

/** Separators between a title and the name of its site; a colon belongs to the title. */
const SEPARATOR = /\s+(?:[|–—»·•-]|::)(?=\s)/g
/** Maximum words of a site's name, and minimum words of a title before it, where nothing names the site. */
const MAX_SITE_WORDS = 4
const MIN_TITLE_WORDS = 3
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
/** What ends a headline that was shortened. */
const SHORTENED = /\s*(?:…|\.{3})$/

/** Returns a title without invisible characters and outer space; no-break spaces stay. */
export const cleanTitle = (title: string): string =>
  title
    .replace(INVISIBLE, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim()

/** Returns a title as titles are compared: letters and digits alone. */
const keyOf = (title: string): string =>
  plain(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const countWords = (text: string) => keyOf(text).split(' ').filter(Boolean).length

/** The titles that a page gives itself. */
export type Titles = {
  /** The content of og:title or its like. */
  shared?: string | undefined
  /** The title element. */
  page?: string | undefined
  /** The first headings, each word once. */
  headings: string[]
  /** The names by which the site is known. */
  sites: string[]
  /** The lines of the page. Old pages have no headings, and set a title apart as a line. */
  lines: string[]
}

/** Returns the bounds of the parts of a title between separators. */
function partsOf(title: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = []
  let start = 0
  for (const { 0: separator, index } of title.matchAll(SEPARATOR)) {
    // This one closes a quotation.
    if (separator.includes('»') && title.slice(start, index).includes('«')) continue
    parts.push({ start, end: index })
    start = index + separator.length
  }
  return [...parts, { start, end: title.length }]
}

/**
 * Returns the part of a title that the page repeats. A heading that is its start decides. Otherwise it is the longest
 * start or end that is a heading or a line of the page: a shorter one may be the name of the site.
 */
function repeatedPart(title: string, { headings, lines }: Titles): string | undefined {
  const parts = partsOf(title)
  if (parts.length < 2) return undefined
  const keys = new Set(headings.map(keyOf).filter(Boolean))
  const starts = parts.map(({ end }) => title.slice(0, end)).toReversed()
  const ends = parts.slice(1).map(({ start }) => title.slice(start).trim())
  const said = new Set([...keys, ...lines.map(keyOf)])
  const [longest] = [...starts, ...ends]
    .filter((part) => countWords(part) >= MIN_TITLE_WORDS && said.has(keyOf(part)))
    .toSorted((a, b) => countWords(b) - countWords(a))
  const heading = starts.find((part) => keys.has(keyOf(part)))
  if (heading === undefined || longest === undefined) return heading ?? longest
  return countWords(longest) > countWords(heading) ? longest : heading
}

/** Returns the name of the site in a page's title of two parts, of which the page repeats the other. */
export function siteInTitle(titles: Titles): string | undefined {
  const title = cleanTitle(titles.page ?? '')
  const parts = partsOf(title).map(({ start, end }) => title.slice(start, end).trim())
  const repeated = repeatedPart(title, titles)
  const rest = parts.length === 2 && repeated !== title ? parts.find((part) => part !== repeated) : undefined
  return repeated !== undefined && rest && countWords(rest) > 1 ? rest : undefined
}

/** Returns the title without the site's name: before it, after it, or what the page repeats. */
function withoutSite(title: string, titles: Titles): string {
  const parts = partsOf(title)
  const last = parts.at(-1)
  if (parts.length < 2 || !last) return title
  const repeated = repeatedPart(title, titles)
  if (repeated !== undefined) return repeated
  const names = new Set(titles.sites.map(keyOf).filter(Boolean))
  const [opening] = parts
  if (opening && names.has(keyOf(title.slice(0, opening.end)))) return title.slice(parts[1]?.start).trim()
  const before = title.slice(0, parts.at(-2)?.end)
  const ending = title.slice(last.start)
  if (names.has(keyOf(ending))) return before
  // A heading that ends so has no site in it.
  if (titles.headings.some((heading) => keyOf(heading).endsWith(` ${keyOf(ending)}`))) return title
  const likeSite = countWords(ending) <= MAX_SITE_WORDS && countWords(before) >= MIN_TITLE_WORDS
  return likeSite && !/[?!]$/.test(ending) ? before : title
}

/** Returns a test of whether a headline is a title of this page, or most of one. */
export function titleTest(titles: Titles): (headline: string) => boolean {
  const said = [titles.shared, titles.page].flatMap((title) => {
    const clean = cleanTitle(title ?? '')
    return clean ? [withoutSite(clean, titles)] : []
  })
  const known = [...said, ...titles.headings].map((title) => ` ${keyOf(title)} `)
  return (headline) => {
    const key = keyOf(headline.replace(SHORTENED, ''))
    return key !== '' && known.some((title) => title.includes(` ${key} `) && key.length * 2 >= title.length)
  }
}

/** Returns the title of a page's article, whole: the part before a colon stays, the site's name goes. */
export function articleTitle(titles: Titles, headline?: string): string | undefined {
  const { shared, page, headings } = titles
  const found = [shared, page].flatMap((title) => {
    const clean = cleanTitle(title ?? '')
    return clean ? [withoutSite(clean, titles)] : []
  })
  const said = cleanTitle(headline ?? '')
  if (!said) return found[0] ?? headings[0]
  const start = keyOf(said.replace(SHORTENED, ''))
  const longer = SHORTENED.test(said) && found.find((title) => start && keyOf(title).startsWith(start))
  return longer || said
}
