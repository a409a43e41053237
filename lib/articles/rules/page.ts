import { z } from 'zod'
import { SOURCE_NAME_LENGTH, TITLE_LENGTH } from '../schema'
import { type Cut, cutPage, cutText } from './limits'
import { publicationDate } from './publication'

/** The article of a web page, as the page describes it. */
export type PageArticle = {
  text: string
  title?: string
  sourceName?: string
  publishedOn?: string
  /** What was truncated; missing for an ordinary page. */
  cuts?: Cut[]
}

/**
 * Limits the descriptions that are read. A page describes its article in one or two; some pages describe everything on
 * them.
 */
const DESCRIPTIONS = 50
const BLOCKS = 'p, li, h2, h3, h4, blockquote'
const NEWS = /^(?:News|Report|Reportage|Blog|Opinion|Analysis|Review)?\w*(?:Article|Posting)$/

const named = z.union([z.string(), z.object({ name: z.string() })])
/** Characters of 2026-03-14, for dates that are followed by something unreadable. */
const DAY_LENGTH = 10

const newsArticle = z.object({
  '@type': z.union([z.string(), z.array(z.string())]),
  headline: z.string().optional(),
  datePublished: z.string().optional(),
  articleBody: z.string().optional(),
  publisher: z.union([named, z.array(named)]).optional(),
})
type NewsArticle = z.infer<typeof newsArticle>
type ParseHtml = typeof import('linkedom').parseHTML
type Page = ReturnType<ParseHtml>['document']

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The page's own mistake: it is read without this description.
    return undefined
  }
}

/** Returns the page's own description of its article (schema.org, JSON-LD), if it has one. */
function newsArticleOf(document: Page): NewsArticle | undefined {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, DESCRIPTIONS)
  const things = scripts.flatMap((script) => {
    const found = jsonOf(script.textContent ?? '')
    const list = Array.isArray(found) ? found : [found]
    return list.flatMap((thing) =>
      thing && typeof thing === 'object' && '@graph' in thing ? thing['@graph'] : thing,
    )
  })
  return things
    .map((thing) => newsArticle.safeParse(thing).data)
    .find((thing) => thing && [thing['@type']].flat().some((type) => NEWS.test(type)))
}

function publisherOf({ publisher }: NewsArticle): string | undefined {
  const [first] = [publisher].flat()
  return typeof first === 'string' ? first : first?.name
}

function paragraphsOf(html: string, parseHTML: ParseHtml): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const blocks = [...document.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector(BLOCKS))
  return blocks
    .map((block) => (block.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

/**
 * Resolves to the article of a web page: its own description of it, and its text without what surrounds it. A page or
 * text beyond the limits is truncated, which `cuts` lists.
 */
export async function articleOfPage(given: string): Promise<PageArticle> {
  // Loaded on first use: a worker that reads feeds or pasted texts saves the memory.
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ])
  const page = cutPage(given)
  const { document } = parseHTML(page.html)
  const news = newsArticleOf(document)
  const siteName = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content')
  const published = document.querySelector('meta[property="article:published_time"]')?.getAttribute('content')
  // Readability takes the document apart, so everything else is read from it first.
  const read = document.documentElement && new Readability(document as unknown as Document).parse()
  const whole = (read?.content && paragraphsOf(read.content, parseHTML)) || news?.articleBody || ''
  const { text, cuts } = cutText(whole)
  const said = news?.datePublished ?? published ?? read?.publishedTime ?? ''
  const date = publicationDate(said) ?? publicationDate(said.slice(0, DAY_LENGTH))
  const title = (news?.headline ?? read?.title)?.slice(0, TITLE_LENGTH)
  const sourceName = ((news && publisherOf(news)) ?? siteName ?? read?.siteName)?.slice(0, SOURCE_NAME_LENGTH)
  const allCuts = [...page.cuts, ...cuts]
  return {
    text,
    ...(title && { title }),
    ...(sourceName && { sourceName }),
    ...(date && { publishedOn: date }),
    ...(allCuts.length > 0 && { cuts: allCuts }),
  }
}
