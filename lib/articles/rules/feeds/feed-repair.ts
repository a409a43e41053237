/** Mends what feeds get wrong and the parser does not forgive. */

const IS_RSS = /<rss\b/i
const LINK = /<link\b((?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))+)\s*(?:\/>|>\s*<\/link>)/g
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/
const OTHER = /\srel\s*=\s*["'](?!alternate["'])/i
/** Characters before the first element of a feed, at most. */
const HEAD = 2_000

/** Returns an RSS feed whose links, written as Atom writes them (`<link href="…"/>`), are the text of their element. */
export function withLinkTexts(source: string): string {
  if (!IS_RSS.test(source.slice(0, HEAD))) return source
  return source.replace(LINK, (whole, attributes: string) => {
    const href = HREF.exec(attributes)
    const address = href?.[1] ?? href?.[2]
    return address === undefined || OTHER.test(attributes) ? whole : `<link>${address}</link>`
  })
}

/** The root of each format, the end of its entries, and what closes the feed after the last of them. */
const FORMATS = [
  { root: /<rss\b/i, end: '</rss>', entry: '</item>', close: '</channel></rss>' },
  { root: /<rdf:RDF\b/, end: '</rdf:RDF>', entry: '</item>', close: '</rdf:RDF>' },
  { root: /<feed\b/, end: '</feed>', entry: '</entry>', close: '</feed>' },
]

/** Returns a feed that breaks off, up to its last whole entry; undefined where it is whole or has no entry. */
export function upToLastEntry(source: string): string | undefined {
  const format = FORMATS.find(({ root }) => root.test(source.slice(0, HEAD)))
  if (!format || source.includes(format.end)) return undefined
  const last = source.lastIndexOf(format.entry)
  return last < 0 ? undefined : source.slice(0, last + format.entry.length) + format.close
}
