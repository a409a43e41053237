import { SOURCE_NAME_LENGTH, TITLE_LENGTH } from '../../schema'
import { type Cut, cutPage, cutText } from '../addresses/limits'
import { keepAsides } from './asides'
import { flattenDepth } from './depth'
import { descriptionOf } from './description'
import { documentOf } from './document'
import { isAround, linesOf } from './lines'
import { keepParagraphs } from './paragraphs'
import { keepSentences } from './sentences'
import type { PageNode } from './walk'
import { type Wall, wallOf } from './walls'

/** The article of a web page, as the page describes it. */
export type PageArticle = {
  text: string
  title?: string
  sourceName?: string
  publishedOn?: string
  /** What was truncated; missing for an ordinary page. */
  cuts?: Cut[]
  /** What the page shows in place of its article, or after its beginning. */
  wall?: Wall
}

/**
 * Resolves to the article of a web page: its own description of it, and its text without what surrounds it. `address`
 * is where the page was fetched. A page or text beyond the limits is truncated, which `cuts` lists.
 */
export async function articleOfPage(given: string, address?: string): Promise<PageArticle> {
  // Loaded on first use: a worker that reads feeds or pasted texts saves the memory.
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ])
  const page = cutPage(given)
  const document = documentOf(page.html, parseHTML)
  flattenDepth(document)
  // Readability takes the document apart, so everything else is read from it first.
  const words = linesOf(document.documentElement as unknown as PageNode)
  const { body, ...said } = descriptionOf(document, words, address)
  const inside = linesOf(document.documentElement as unknown as PageNode, isAround)
  keepAsides(document)
  keepSentences(document)
  keepParagraphs(document)
  const serializer = (node: unknown) => linesOf(node as PageNode)
  const read = new Readability(document, { serializer }).parse()
  const { text, cuts } = cutText(read?.content || body || '')
  const title = (said.title ?? read?.title)?.slice(0, TITLE_LENGTH)
  const sourceName = (said.sourceName ?? read?.siteName)?.slice(0, SOURCE_NAME_LENGTH)
  const { publishedOn } = said
  const wall = wallOf({ whole: `${said.title ?? ''}\n${words}`, inside, text })
  const allCuts = [...page.cuts, ...cuts]
  return {
    text,
    ...(title && { title }),
    ...(sourceName && { sourceName }),
    ...(publishedOn && { publishedOn }),
    ...(allCuts.length > 0 && { cuts: allCuts }),
    ...(wall && { wall }),
  }
}
