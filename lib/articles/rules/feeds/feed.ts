import { withoutControls } from '../../../platform/i18n/clean-text'
import { absoluteLink, type Base, baseWithin, keepLinkBases } from './feed-links'
import { upToLastEntry, withLinkTexts } from './feed-repair'
import { feedTime } from './feed-time'

/** An entry of a feed. `url` is empty where the entry has no readable address. */
export type FeedEntry = { key: string; url: string; title: string }
/** The content of a feed. */
export type FeedContent = {
  title: string
  /** The newest entries of the feed, newest first. */
  entries: FeedEntry[]
  /** How many entries the feed lists. */
  listed: number
}

/** Limits the newest entries that are read. When a feed is first polled, older articles are no news. */
export const MAX_ENTRIES = 30
const TITLE_LENGTH = 300
/** Maximum characters of an entry's id or address. */
const ADDRESS_LENGTH = 2_000

type Loose = Record<string, unknown>
const loose = (value: unknown): Loose => (value && typeof value === 'object' ? (value as Loose) : {})
const listOf = (value: unknown): Loose[] => (Array.isArray(value) ? value.map(loose) : [])

/**
 * Returns a text as the formats write it: plain, or with a type beside its value. Some feeds hold control characters,
 * which XML forbids and PostgreSQL does not store.
 */
const text = (value: unknown): string => {
  const plain = value && typeof value === 'object' ? loose(value).value : value
  return typeof plain === 'string' ? withoutControls(plain).trim() : ''
}

const xmlBase = (element: Loose) => text(loose(element.xml).base)
const RELATION = 'http://www.iana.org/assignments/relation/'

/** Returns the link of an Atom entry to its page: the alternate one, a web page first. */
function alternateOf(links: unknown): string {
  const pages = listOf(links).filter(({ rel }) => {
    return ['', 'alternate'].includes(text(rel).toLowerCase().replace(RELATION, ''))
  })
  const html = pages.find(({ type }) => /^(?:$|text\/html|application\/xhtml)/i.test(text(type)))
  return text((html ?? pages[0])?.href)
}

/** Returns the id of an entry where it is an address: RSS calls that a permanent link. */
function idLink({ guid, id }: Loose): string {
  const value = text(guid) || text(id)
  const stated = loose(guid).isPermaLink === false
  return !stated && /^(?:https?:)?\/\//i.test(value) ? value : ''
}

/** Returns the link of an entry as its feed writes it, in any format. */
const linkOf = (item: Loose): string =>
  text(item.link) ||
  text(item.url) ||
  alternateOf(item.links) ||
  alternateOf(loose(item.atom).links) ||
  idLink(item) ||
  text(item.external_url) ||
  text(loose(item.rdf).about)

/** Returns the time of an entry's publication, in milliseconds; NaN where it has none that can be read. */
function timeOf(item: Loose): number {
  const [dublinCore] = Array.isArray(loose(item.dc).dates) ? (loose(item.dc).dates as unknown[]) : []
  const dates = [
    item.pubDate,
    item.published,
    item.date_published,
    dublinCore,
    item.updated,
    item.date_modified,
  ]
  return dates.map((date) => feedTime(text(date))).find((time) => !Number.isNaN(time)) ?? Number.NaN
}

/**
 * Returns entries newest first. One without a date counts as old as its neighbour before it, else after it. A feed
 * without dates keeps its order.
 */
function newestFirst(items: Loose[]): Loose[] {
  const times = items.map(timeOf)
  let last = times.find((time) => !Number.isNaN(time)) ?? 0
  const known = times.map((time) => (last = Number.isNaN(time) ? last : time))
  return items
    .map((item, index) => ({ item, time: known[index] ?? 0 }))
    .toSorted((a, b) => b.time - a.time)
    .map(({ item }) => item)
}

type Format = 'rss' | 'atom' | 'rdf' | 'json'
/** Returns whether a title is HTML within the format: Atom declares it, RSS leaves it open and feeds write HTML. */
const isHtml = (format: Format, title: unknown) =>
  format === 'atom' ? /html/i.test(text(loose(title).type)) : format !== 'json'

/** Returns the characters of a short HTML text, decoded once. A line break becomes a space. */
async function plainText(html: string): Promise<string> {
  if (!/[&<]/.test(html)) return html
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML('<html><body></body></html>')
  document.body.innerHTML = html.replace(/<br\b[^>]*>/gi, ' ')
  return document.body.textContent ?? ''
}

async function titleOf(format: Format, title: unknown): Promise<string> {
  const given = text(title)
  const plain = isHtml(format, title) ? await plainText(given) : given
  return plain
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim()
    .slice(0, TITLE_LENGTH)
}

/** The links and ids that several entries of a feed share: they name none of them. */
type Shared = { links: Set<string>; ids: Set<string> }

const twice = (values: string[]) =>
  new Set(values.filter((value, index) => value && values.indexOf(value) !== index))
const idOf = (item: Loose) => text(item.guid) || text(item.id)
const sharedBy = (items: Loose[]): Shared => ({
  links: twice(items.map(linkOf)),
  ids: twice(items.map(idOf)),
})

async function entryOf(item: Loose, format: Format, base: Base, shared: Shared): Promise<FeedEntry> {
  const own = linkOf(item)
  // Some feeds link every entry to their home page, and name its page as its id.
  const link = (shared.links.has(own) && idLink(item)) || own
  const url = absoluteLink(link, baseWithin(base, xmlBase(item)))
  const title = await titleOf(format, item.title)
  const id = idOf(item)
  const key = (shared.ids.has(id) ? '' : id) || link || title
  return { key: key.slice(0, ADDRESS_LENGTH), url: url.length <= ADDRESS_LENGTH ? url : '', title }
}

/** Returns the address that the links of a feed are relative to, before `xml:base`: its own, or that of its site. */
function documentBase(format: Format, feed: Loose, address: string): Base {
  const site = absoluteLink(text(feed.link) || text(feed.home_page_url), address)
  if (format === 'atom' || !site) return address
  // A feed that another host distributes has links relative to its site.
  return URL.canParse(address) && new URL(address).host === new URL(site).host ? address : site
}

/** Finds the `xml:base` of an RSS channel, which feedsmith leaves out. */
const CHANNEL_BASE = /<channel\b[^>]*?\sxml:base\s*=\s*(?:"([^"]*)"|'([^']*)')/

/**
 * Resolves to the articles that an RSS, Atom, RDF or JSON feed announces, newest first. Resolves to undefined for
 * anything else. A feed that breaks off is read up to its last whole entry. `address` is the feed's own, for relative links. The first MAX_ENTRIES are read; `listed` is the total.
 */
export async function readFeed(source: string, address = ''): Promise<FeedContent | undefined> {
  // Loaded on first use: a worker that reads pages or pasted texts saves the memory.
  const { parseFeed } = await import('feedsmith')
  try {
    const whole = upToLastEntry(source) ?? source
    const { format, feed } = parseFeed(keepLinkBases(withLinkTexts(whole))) as { format: Format; feed: Loose }
    const listed = listOf(feed.items ?? feed.entries)
    const channel =
      format === 'rss' ? CHANNEL_BASE.exec(source.slice(0, source.search(/<item\b/) >>> 0)) : null
    const outer = baseWithin(documentBase(format, feed, address), xmlBase(feed))
    const base = baseWithin(outer, channel?.[1] ?? channel?.[2] ?? '')
    const newest = newestFirst(listed).slice(0, MAX_ENTRIES)
    const shared = sharedBy(newest)
    return {
      title: await titleOf(format, feed.title),
      entries: await Promise.all(newest.map((item) => entryOf(item, format, base, shared))),
      listed: listed.length,
    }
  } catch {
    // Not a feed of any kind that the library knows: the caller reports it to the editor.
    return undefined
  }
}
