import { publicationDate } from '../addresses/publication'
import { dateIn } from '../reading/date'
import { plain } from '../reading/plain'
import { decodeEntities } from '../reading/repair/entities'
import { newsArticleOf } from './json-ld'
import { linesOf } from './lines'
import { articleTitle, cleanTitle, siteInTitle, type Titles, titleTest } from './title'
import type { PageNode } from './walk'

/** What a page says of its article. */
export type Description = { title?: string; sourceName?: string; publishedOn?: string; body?: string }

/** Characters of 2026-03-14, for dates that are followed by something unreadable. */
const DAY_LENGTH = 10
/** Limits the elements of one kind that are read. */
const MAX_ELEMENTS = 20
/** Characters of the longest title that is compared; a longer one is no title. */
const MAX_TITLE = 1_000
/** Limits the lines of a page among which its title is sought. */
const MAX_LINES = 200
/** Characters of the longest date, with the words around it. */
const MAX_DATE = 100
/** Inline tags that headlines in JSON-LD contain as text. */
const INLINE_TAG = /<\/?(?:b|br|em|i|q|small|span|strong|sub|sup)\b[^<>]{0,200}>/gi

const TITLES = ['og:title', 'twitter:title', 'dc.title']
const SITES = ['og:site_name', 'application-name', 'dc.publisher']
const DATES = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'dc.date.issued',
  'dc.date',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publication_date',
]

/** Returns the contents of the meta elements by their names in lower case; the first of a name counts. */
function metasOf(document: Document): Map<string, string> {
  const metas = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim()
    for (const kind of ['property', 'name', 'itemprop'])
      for (const name of (meta.getAttribute(kind) ?? '').toLowerCase().split(/\s+/))
        if (name && content && !metas.has(name)) metas.set(name, content)
  }
  return metas
}

const firstOf = (metas: Map<string, string>, names: string[]) =>
  names.map((name) => metas.get(name)).find((content) => content !== undefined)

const some = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].slice(0, MAX_ELEMENTS)

/** Returns the sources of the page's JSON-LD. */
const jsonLdOf = (document: Document) =>
  [...document.querySelectorAll('script[type]')].flatMap((script) => {
    const type = script.getAttribute('type')?.trim().toLowerCase() ?? ''
    return type.startsWith('application/ld+json') ? [script.textContent ?? ''] : []
  })

/** Returns the day of publication that a text states, in any of the forms that pages use. */
function dayOf(said: string): string | undefined {
  const exact = publicationDate(said) ?? publicationDate(said.slice(0, DAY_LENGTH))
  if (exact) return exact
  // «Mon, 30 Nov 2026 23:30:00 GMT» names an instant, and «30 novembre 2026» a day.
  const instant = /\d:\d{2}.*(?:GMT|UTC|Z|[+-]\d{4})$/.test(said) ? new Date(said) : undefined
  if (instant && !Number.isNaN(instant.getTime())) return publicationDate(instant.toISOString())
  return publicationDate(dateIn(plain(said)) ?? '')
}

function publishedOn(document: Document, metas: Map<string, string>, said = ''): string | undefined {
  const inPage = some(document, '[itemprop~="datePublished"], time[pubdate]').flatMap((element) => {
    if (element.closest('[itemprop~="comment"]')) return []
    return [element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '']
  })
  for (const one of [said, ...DATES.map((name) => metas.get(name) ?? ''), ...inPage]) {
    const day = one && dayOf(one.trim().slice(0, MAX_DATE))
    if (day) return day
  }
  return undefined
}

const decoded = (text: string) => decodeEntities(text.replace(INLINE_TAG, '')).text

/** Returns the publisher that a page names in its microdata. */
function publisherOf(document: Document): string | undefined {
  const names = some(document, '[itemprop~="publisher"] [itemprop~="name"]').map((element) => {
    return cleanTitle((element.getAttribute('content') ?? element.textContent ?? '').slice(0, MAX_TITLE))
  })
  return names.find(Boolean)
}

/**
 * Returns what a page says of its article. `words` are the lines of the page, and `address` is where it was fetched.
 * Nothing of the document changes.
 */
export function descriptionOf(document: Document, words: string, address?: string): Description {
  const metas = metasOf(document)
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href')
  const addresses = [address, canonical, metas.get('og:url')].flatMap((one) => (one ? [one] : []))
  const site = firstOf(metas, SITES)
  const headings = some(document, 'h1').map((heading) => {
    return cleanTitle(
      linesOf(heading as unknown as PageNode)
        .slice(0, MAX_TITLE)
        .replace(/^# |\n+/g, ' '),
    )
  })
  const host = addresses.map((one) => (URL.canParse(one) ? new URL(one).hostname : '')).find(Boolean) ?? ''
  const titles: Titles = {
    shared: firstOf(metas, TITLES)?.slice(0, MAX_TITLE),
    page: document.querySelector('title')?.textContent?.slice(0, MAX_TITLE),
    headings: headings.filter(Boolean),
    sites: [site ?? '', host, host.replace(/^www\./, ''), host.replace(/^www\.|\.\w+$/g, '')],
    lines: words.split('\n', MAX_LINES).filter((line) => line.length <= MAX_TITLE),
  }
  const isTitle = titleTest(titles)
  const isNamed = (said = '') => isTitle(decoded(said.slice(0, MAX_TITLE)))
  const news = newsArticleOf(jsonLdOf(document), {
    addresses,
    isTitle: isNamed,
  })
  const publisher = news.publisher && cleanTitle(decoded(news.publisher.slice(0, MAX_TITLE)))
  const named = { ...titles, sites: [...titles.sites, publisher ?? ''] }
  // Encyclopaedias give the subject's description as the headline, and the title as the name.
  const headline = isNamed(news.name) && !isNamed(news.headline) ? news.name : news.headline
  const title = articleTitle(named, headline && decoded(headline.slice(0, MAX_TITLE)))
  const day = publishedOn(document, metas, news.datePublished)
  const sourceName = publisher || site || publisherOf(document) || siteInTitle(titles)
  return {
    ...(title && { title }),
    ...(sourceName && { sourceName }),
    ...(day && { publishedOn: day }),
    ...(news.articleBody && { body: decoded(news.articleBody) }),
  }
}
