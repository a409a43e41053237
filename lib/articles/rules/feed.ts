/** An entry of a feed. `url` is empty where the entry has no readable address. */
export type FeedEntry = { key: string; url: string; title: string }
/** The content of a feed. */
export type FeedContent = {
  title: string
  /** The first entries of the feed. */
  entries: FeedEntry[]
  /** How many entries the feed lists, up to the limit of counting. */
  listed: number
}

/** Limits the entries that are counted; no newspaper's feed has as many. */
const MAX_LISTED = 500
/** Limits the newest entries that are read. When a feed is first polled, older articles are no news. */
export const MAX_ENTRIES = 30
const TITLE_LENGTH = 300
/** Maximum characters of an entry's id or address. */
const ADDRESS_LENGTH = 2_000

type Loose = Record<string, unknown>
/** Returns a text as the formats write it: plain, or with a type beside its value. */
const text = (value: unknown): string => {
  const plain = value && typeof value === 'object' ? (value as Loose).value : value
  // PostgreSQL accepts no NUL.
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
 * Resolves to the articles that an RSS, Atom, RDF or JSON feed announces, in its order. Resolves to undefined for
 * anything else. The first MAX_ENTRIES are read; `listed` is the total.
 */
export async function readFeed(source: string): Promise<FeedContent | undefined> {
  // Loaded on first use: a worker that reads pages or pasted texts saves the memory.
  const { parseFeed } = await import('feedsmith')
  try {
    const { feed } = parseFeed(source, { maxItems: MAX_LISTED }) as { feed: Loose }
    const listed = (feed.items ?? feed.entries ?? []) as Loose[]
    return {
      title: text(feed.title).slice(0, TITLE_LENGTH),
      entries: listed.slice(0, MAX_ENTRIES).map(entryOf),
      listed: listed.length,
    }
  } catch {
    // Not a feed of any kind that the library knows: the caller reports it to the editor.
    return undefined
  }
}
