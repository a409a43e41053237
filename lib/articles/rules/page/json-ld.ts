import { z } from 'zod'
import { pageKey } from './addresses'

/**
 * Limits the descriptions that are read. A page describes its article in one or two; some pages describe everything on
 * them.
 */
const DESCRIPTIONS = 50
const THINGS = 2_000
const NEWS = /^(?:.*[/:])?(?:News|Report|Reportage|Blog|Opinion|Analysis|Review)?\w*(?:Article|Posting)$/

const text = z.union([z.string(), z.object({ '@value': z.string() }).transform((value) => value['@value'])])
/** Accepts a value or a list of values, and returns the first that is readable. */
const first = <T extends z.ZodType>(of: T) =>
  z
    .unknown()
    .transform((given) => {
      for (const one of [given].flat()) {
        const read = of.safeParse(one)
        if (read.success) return read.data
      }
      return undefined
    })
    .optional()
const reference = z.union([z.string(), z.object({ '@id': z.string().optional(), url: first(z.string()) })])
const thing = z.object({
  '@type': z.union([z.string(), z.array(z.string())]).optional(),
  '@id': z.string().optional(),
  url: first(reference),
  mainEntityOfPage: z.unknown().optional(),
  mainEntity: z.unknown().optional(),
  name: first(text),
  headline: first(text),
  datePublished: first(text),
  articleBody: first(text),
  publisher: first(z.union([z.string(), z.looseObject({})])),
})
type Thing = z.infer<typeof thing>

/** What JSON-LD says of the page's article. */
export type NewsArticle = {
  headline?: string
  /** Its name, where that differs from the headline. */
  name?: string
  datePublished?: string
  articleBody?: string
  publisher?: string
}

/** A page whose descriptions are read: its addresses, the most certain first, and words of its title. */
export type Described = { addresses: string[]; isTitle: (headline: string) => boolean }

function jsonOf(source: string): unknown {
  // Old pages hide their scripts in comments.
  const bare = source
    .trim()
    .replace(/^(?:\/\/ ?)?<!(?:--|\[CDATA\[)/, '')
    .replace(/(?:\/\/ ?)?(?:-->|\]\]>);?$/, '')
  // Line ends inside a string are a frequent mistake, and mean a space.
  for (const text of [bare, bare.replace(/[\r\n\t]+/g, ' ')]) {
    try {
      return JSON.parse(text)
    } catch {
      // The page's own mistake: it is read without this description.
    }
  }
  return undefined
}

/** Returns the things of the descriptions in their order: lists, graphs and main entities are opened. */
function thingsOf(sources: string[]): Thing[] {
  const things: Thing[] = []
  const waiting = sources.slice(0, DESCRIPTIONS).map(jsonOf).reverse()
  while (waiting.length > 0 && things.length < THINGS) {
    const next = waiting.pop()
    if (Array.isArray(next)) {
      for (const one of next.slice(0, THINGS).reverse()) waiting.push(one)
      continue
    }
    const { data } = thing.safeParse(next)
    if (!data) continue
    things.push(data)
    waiting.push(data.mainEntity, data.publisher)
    if (next && typeof next === 'object' && '@graph' in next) waiting.push(next['@graph'])
  }
  return things
}

const isNews = (one: Thing) => [one['@type']].flat().some((type) => type && NEWS.test(type))

/** Returns the thing that an `@id` names, or the given one itself. */
function resolved(given: unknown, byId: Map<string, Thing>): Thing | undefined {
  const { data } = thing.safeParse(given)
  const named = data?.['@id'] === undefined ? undefined : byId.get(data['@id'])
  return data && named
    ? { ...named, ...Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) }
    : data
}

/** Returns the addresses that an article gives as its own. */
function ownAddresses(article: Thing, byId: Map<string, Thing>): string[] {
  const said = [article.url, article['@id'], article.mainEntityOfPage].flat()
  return said.flatMap((one) => {
    if (typeof one === 'string') return [one]
    const page = resolved(one, byId)
    return [page?.url, page?.['@id']].flatMap((address) => (typeof address === 'string' ? [address] : []))
  })
}

/**
 * Returns the article that the page is about. One that gives this page's address comes first, then one that gives no
 * address. One with another address is a related article, unless it has this page's title.
 */
function articleOf(
  things: Thing[],
  byId: Map<string, Thing>,
  { addresses, isTitle }: Described,
): Thing | undefined {
  const [base] = addresses
  const here = new Set(addresses.map((address) => pageKey(address, base)))
  const articles = things.filter(isNews).map((article) => {
    const keys = ownAddresses(article, byId).flatMap((address) => {
      // A bare fragment or a blank node names no page.
      return /^(?:#|_:|$)/.test(address) ? [] : (pageKey(address, base) ?? [])
    })
    return { article, keys }
  })
  const titled = ({ article }: { article: Thing }) =>
    article.headline !== undefined && isTitle(article.headline)
  const main = ({ article }: { article: Thing }) => Boolean(article.mainEntityOfPage)
  const free = base === undefined ? articles : articles.filter(({ keys }) => keys.length === 0)
  const found =
    articles.find(({ keys }) => keys.some((key) => here.has(key))) ??
    articles.find(titled) ??
    free.find(main) ??
    free[0]
  return found?.article
}

/** Returns the page's own description of its article (schema.org, JSON-LD), if it has one. */
export function newsArticleOf(sources: string[], page: Described): NewsArticle {
  const things = thingsOf(sources)
  // A thing without a type is a reference to another.
  const described = things.filter((one) => one['@type'] !== undefined).reverse()
  const byId = new Map(described.flatMap((one) => (one['@id'] === undefined ? [] : [[one['@id'], one]])))
  const article = articleOf(things, byId, page)
  if (!article) return {}
  const { headline, datePublished, articleBody, publisher } = article
  const publisherName = typeof publisher === 'string' ? publisher : resolved(publisher, byId)?.name
  return {
    ...(headline !== undefined && { headline }),
    ...(datePublished !== undefined && { datePublished }),
    ...(articleBody !== undefined && { articleBody }),
    ...(article.name !== undefined && { name: article.name }),
    ...(publisherName !== undefined && { publisher: publisherName }),
  }
}
