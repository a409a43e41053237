import { z } from 'zod'
import { SOURCE_NAME_LENGTH, TITLE_LENGTH } from '../schema'
import { type Cut, cutPage, cutText } from './limits'
import { publicationDate } from './publication'

/** What a web page says of the article on it. */
export type PageArticle = {
  text: string
  title?: string
  sourceName?: string
  publishedOn?: string
  /** What was too much to be read; missing for an ordinary page. */
  cuts?: Cut[]
}

/** A page describes its article in one or two; some describe everything that is on them. */
const DESCRIPTIONS = 50
const BLOCKS = 'p, li, h2, h3, h4, blockquote'
const NEWS = /^(?:News|Report|Reportage|Blog|Opinion|Analysis|Review)?\w*(?:Article|Posting)$/

const named = z.union([z.string(), z.object({ name: z.string() })])
/** Of 2026-03-14, where more is said after it than can be read. */
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
    // A page's own mistake: it is read without what it meant to say there.
    return undefined
  }
}

/** The page's own description of its article (schema.org, JSON-LD), if it has one. */
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
 * The article of a web page: what the page says of itself, and its text without what stands around it. A page or
 * text beyond the limits is cut, and `cuts` says so.
 */
export async function articleOfPage(given: string): Promise<PageArticle> {
  // Loaded when it is wanted: a worker that reads feeds or pasted texts keeps the memory.
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ])
  const page = cutPage(given)
  const { document } = parseHTML(page.html)
  const news = newsArticleOf(document)
  const siteName = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content')
  const published = document.querySelector('meta[property="article:published_time"]')?.getAttribute('content')
  // Readability takes the document apart: what is read from it is read before.
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
