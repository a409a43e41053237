export type FeedEntry = { key: string; url: string; title: string }
export type FeedContent = { title: string; entries: FeedEntry[] }

type Loose = Record<string, unknown>
/** A text as the formats write it: plain, or with a type beside its value. */
const text = (value: unknown): string => {
  const plain = value && typeof value === 'object' ? (value as Loose).value : value
  return typeof plain === 'string' ? plain.trim() : ''
}
const linkOf = (links: unknown): string => {
  const list = Array.isArray(links) ? (links as Loose[]) : []
  return text((list.find((link) => !link.rel || link.rel === 'alternate') ?? list[0])?.href)
}

/** The articles an RSS, Atom, RDF or JSON feed announces, newest as the feed has them; undefined for anything else. */
export async function readFeed(source: string): Promise<FeedContent | undefined> {
  // Loaded when it is wanted: a server that takes votes keeps the memory.
  const { parseFeed } = await import('feedsmith')
  try {
    const { feed } = parseFeed(source) as { feed: Loose }
    const listed = (feed.items ?? feed.entries ?? []) as Loose[]
    const entries = listed.flatMap((item): FeedEntry[] => {
      const url = text(item.link) || text(item.url) || linkOf(item.links)
      if (!/^https?:\/\//.test(url)) return []
      const key = text(item.guid) || text(item.id) || url
      return [{ key, url, title: text(item.title) }]
    })
    return { title: text(feed.title), entries }
  } catch {
    // Not a feed of any kind the library knows: the caller says so to the editor.
    return undefined
  }
}
