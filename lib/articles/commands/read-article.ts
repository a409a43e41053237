import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { cutText } from '../rules/addresses/limits'
import type { PageArticle } from '../rules/page/page'
import { fetchPage, type Page } from './fetch'
import { parse } from './parse'

/** An article as its page describes it, with the address that it calls its own. */
export type ReadArticle = PageArticle & { sourceUrl: string }

/**
 * Resolves to the article at a public address, read in a worker thread; nothing is stored. A page that asks for consent,
 * for proof of a human or for a subscription is refused by name.
 */
export async function readArticle(
  address: string,
  fetched: (address: string) => Promise<Outcome<Page>> = fetchPage,
): Promise<Outcome<ReadArticle>> {
  const page = await fetched(address)
  if (!page.ok) return page
  const { type, body, url } = page.value
  const article = /html|xml/i.test(type)
    ? await parse('page', { body, url })
    : success<PageArticle & { canonical?: string }>(cutText(body))
  if (!article.ok) return article
  const { canonical: sourceUrl = url, ...read } = article.value
  if (read.wall) return refusal(`page_${read.wall}_wall`)
  return read.text.trim() ? success({ ...read, sourceUrl }) : refusal('page_empty')
}
