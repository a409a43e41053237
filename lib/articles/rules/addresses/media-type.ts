/** A media type without its parameters, in small letters, and the charset among them. */
export type MediaType = { essence: string; charset: string | undefined }

/** Reads a Content-Type header (RFC 9110, 8.3.1): names in any case, parameters in any order, quoted or not. */
export function mediaType(header: string): MediaType {
  const [essence = '', ...parameters] = header.split(';')
  const charset = parameters
    .map((one) => /^\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S*))/i.exec(one))
    .find(Boolean)
  return {
    essence: essence.trim().toLowerCase(),
    charset: (charset?.[1] ?? charset?.[2] ?? charset?.[3])?.trim(),
  }
}

const XML = /[/+](?:xml|rdf)$/
const TEXT = /^text\//
const JSON_TYPE = /[/+]json$/
/** Types that say nothing of the content: it decides. */
const UNKNOWN =
  /^(?:|application\/(?:octet-stream|x-octet-stream|unknown|x-unknown|binary|force-download|x-gzip|gzip)|binary\/octet-stream|unknown\/unknown)$/

/** Returns whether a type is XML: `text/xml`, `application/rss+xml`, … */
export const isXml = (essence: string) => XML.test(essence)
/** Returns whether a type is JSON: a feed, never an article. */
export const isJson = (essence: string) => JSON_TYPE.test(essence)
/** Returns whether a page of this type may be a text that people read, or a feed. */
export const isReadable = (essence: string) =>
  TEXT.test(essence) || XML.test(essence) || JSON_TYPE.test(essence)
/** Returns whether a type leaves open what the content is. */
export const isUnknown = (essence: string) => UNKNOWN.test(essence)

/** Returns whether no text contains a byte (WHATWG MIME Sniffing, 3). */
const isBinary = (byte: number) =>
  byte <= 0x08 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f)
/** Bytes of a content that show its type. */
const SNIFFED = 1_445
const MARK = /^(?:\xfe\xff|\xff\xfe|\xef\xbb\xbf)/

/** Returns the type of a content whose type is unknown; undefined for what is no text. */
export function sniffedType(bytes: Uint8Array): string | undefined {
  const first = bytes.subarray(0, SNIFFED)
  const start = Buffer.from(first).toString('latin1')
  const isWide = /^(?:\xfe\xff|\xff\xfe|<\0|\0<)/.test(start)
  if (!isWide && first.some(isBinary)) return undefined
  const text = start.replace(MARK, '').replaceAll('\0', '').trimStart()
  if (/^<(?:\?xml|rss|feed|rdf:RDF)\b/i.test(text)) return 'application/xml'
  if (text.startsWith('<')) return 'text/html'
  return text.startsWith('{') ? 'application/json' : 'text/plain'
}
