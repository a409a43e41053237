import { type Outcome, refusal, success } from '../../errors'
import { articleOfPage, type PageArticle } from '../rules/page'
import { fetchPage, type Page } from './fetch'

export type ReadArticle = PageArticle & { sourceUrl: string }

/** The article at a public address; nothing is stored. */
export async function readArticle(
  address: string,
  fetched: (address: string) => Promise<Outcome<Page>> = fetchPage,
): Promise<Outcome<ReadArticle>> {
  const page = await fetched(address)
  if (!page.ok) return page
  const { type, body, url } = page.value
  const article = /html|xml/.test(type) ? await articleOfPage(body) : { text: body }
  return article.text.trim() ? success({ ...article, sourceUrl: url }) : refusal('page_empty')
}
