import { cutPage } from '../addresses/limits'
import { mediaType } from '../addresses/media-type'
import { absoluteLink } from './feed-links'

const FEED_TYPE = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)$/
/** Types that feeds share with other documents. */
const OPEN_TYPE = /^(?:(?:text|application)\/xml|application\/json)$/
/** Addresses of feeds that a page links without announcing them. */
const FEED_PATH = /(?:^|[/._-])(?:rss|atom|feeds?|flux)(?:[/._-](?:xml|rss|atom|rdf|json|php))?\/?$/i
/** What names the comments on a site or an article. */
const COMMENTS = /\b(?:comments?|commentaires?)\b/i
/** Maximum feeds of a page that are looked at. */
const MAX_LINKS = 10

type Attributes = Partial<Record<'rel' | 'href' | 'type' | 'title', string>>
/** Returns an element's attributes by their names in small letters, which linkedom keeps as written. */
const attributesOf = (element: Element): Attributes =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name.toLowerCase(), value]))

const hasRelation = ({ rel = '' }: Attributes, relation: string) =>
  rel.toLowerCase().split(/\s+/).includes(relation)
const hasType = ({ type = '' }: Attributes, types: RegExp) => types.test(mediaType(type).essence)
const isComments = ({ href = '', title = '' }: Attributes) => COMMENTS.test(title) || COMMENTS.test(href)

/**
 * Resolves to the addresses of the feeds that a web page announces, the likeliest first: those of a feed's type in the
 * page's order, then those of an open type. Feeds of comments come last. A page that announces none may link to one.
 */
export async function feedLinks(html: string, address: string): Promise<string[]> {
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML(cutPage(html).html)
  const all = (name: string) => [...document.querySelectorAll(name)].map(attributesOf)
  const base = absoluteLink(all('base').find(({ href }) => href)?.href ?? '', address) || address
  const alternate = all('link').filter((link) => hasRelation(link, 'alternate') || hasRelation(link, 'feed'))
  const typed = alternate.filter((link) => hasType(link, FEED_TYPE))
  const open = alternate.filter((link) => hasType(link, OPEN_TYPE) || hasRelation(link, 'feed'))
  const announced = [...typed, ...open]
  const linked = () =>
    all('a').filter((link) => hasType(link, FEED_TYPE) || FEED_PATH.test(link.href?.split(/[?#]/)[0] ?? ''))
  const found = announced.length > 0 ? announced : linked()
  const sorted = [...found.filter((link) => !isComments(link)), ...found.filter(isComments)]
  const links = sorted.map(({ href = '' }) => absoluteLink(href, base))
  return [...new Set(links.filter(Boolean))].slice(0, MAX_LINKS)
}
