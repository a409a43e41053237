import { absoluteLink } from './feed-links'
import { cutPage } from './limits'
import { mediaType } from './media-type'

const FEED_TYPE = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)$/
/** Maximum feeds of a page that are looked at. */
const MAX_LINKS = 10

type Attributes = Partial<Record<'rel' | 'href' | 'type', string>>
/** Returns an element's attributes by their names in small letters, which linkedom keeps as written. */
const attributesOf = (element: Element): Attributes =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name.toLowerCase(), value]))

const isFeed = ({ rel = '', type = '' }: Attributes) =>
  rel.toLowerCase().split(/\s+/).includes('alternate') && FEED_TYPE.test(mediaType(type).essence)

/** Resolves to the addresses of the feeds that a web page announces, in its order: its main feed stands first. */
export async function feedLinks(html: string, address: string): Promise<string[]> {
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML(cutPage(html).html)
  const all = (name: string) => [...document.querySelectorAll(name)].map(attributesOf)
  const base = absoluteLink(all('base').find(({ href }) => href)?.href ?? '', address) || address
  const links = all('link')
    .filter(isFeed)
    .map(({ href = '' }) => absoluteLink(href, base))
  return [...new Set(links.filter(Boolean))].slice(0, MAX_LINKS)
}
