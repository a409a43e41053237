/** An entry without an address that can be read has an empty one. */
export type FeedEntry = { key: string; url: string; title: string }
export type FeedContent = {
  title: string
  /** The first ones of the feed. */
  entries: FeedEntry[]
  /** How many the feed lists, as far as they are counted. */
  listed: number
}

/** Entries that are counted; no newspaper's feed has as many. */
const MOST_LISTED = 500
/** A feed's newest entries; on the first look at a feed, older articles are nobody's news. */
export const MOST_ENTRIES = 30
const TITLE_LENGTH = 300
/** Of an entry's id or address. */
const ADDRESS_LENGTH = 2_000

type Loose = Record<string, unknown>
/** A text as the formats write it: plain, or with a type beside its value. */
const text = (value: unknown): string => {
  const plain = value && typeof value === 'object' ? (value as Loose).value : value
  // PostgreSQL takes no NUL.
  return typeof plain === 'string' ? plain.replaceAll('\0', '').trim() : ''
}
const linkOf = (links: unknown): string => {
  const list = Array.isArray(links) ? (links as Loose[]) : []
  return text((list.find((link) => !link.rel || link.rel === 'alternate') ?? list[0])?.href)
}

function entryOf(item: Loose): FeedEntry {
  const given = text(item.link) || text(item.url) || linkOf(item.links)
  const url = /^https?:\/\//.test(given) && given.length <= ADDRESS_LENGTH ? given : ''
  const title = text(item.title).slice(0, TITLE_LENGTH)
  const key = text(item.guid) || text(item.id) || given || title
  return { key: key.slice(0, ADDRESS_LENGTH), url, title }
}

/**
 * The articles an RSS, Atom, RDF or JSON feed announces, newest as the feed has them; undefined for anything else.
 * The first MOST_ENTRIES are read, and `listed` says of how many.
 */
export async function readFeed(source: string): Promise<FeedContent | undefined> {
  // Loaded when it is wanted: a worker that reads pages or pasted texts keeps the memory.
  const { parseFeed } = await import('feedsmith')
  try {
    const { feed } = parseFeed(source, { maxItems: MOST_LISTED }) as { feed: Loose }
    const listed = (feed.items ?? feed.entries ?? []) as Loose[]
    return {
      title: text(feed.title).slice(0, TITLE_LENGTH),
      entries: listed.slice(0, MOST_ENTRIES).map(entryOf),
      listed: listed.length,
    }
  } catch {
    // Not a feed of any kind the library knows: the caller says so to the editor.
    return undefined
  }
}
