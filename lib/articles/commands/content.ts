import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { isJson, isReadable, isUnknown, isXml, mediaType, sniffedType } from '../rules/addresses/media-type'
import { parse } from './parse'
import { Unreadable, unpacked } from './unpack'

/** The text of an answer, with its content type. */
export type Content = { type: string; body: string }

/**
 * Resolves to the text of an answer with its type: in the encoding that it declares, else in the one it looks like. JSON
 * is read only where a feed is expected. Throws `Unreadable` where it is no text, `TooLarge` beyond `most` bytes.
 */
export async function contentOf(response: IncomingMessage, isFeed: boolean, most: number): Promise<Content> {
  const { headers } = response
  const given = headers['content-type'] ?? ''
  const { essence, charset } = mediaType(given)
  const open = isUnknown(essence)
  if (!open && !(isReadable(essence) && (isFeed || !isJson(essence)))) throw new Unreadable()
  const bytes = await unpacked(response, headers['content-encoding'] ?? '', most)
  const type = open ? sniffedType(bytes) : given
  if (!type) throw new Unreadable()
  // Loaded on first use: the process that takes votes may never need it.
  const { decode, declaredEncoding, encodingSample } = await import('../rules/addresses/encoding')
  const declared = declaredEncoding(bytes, isXml(mediaType(type).essence), charset)
  if (declared) return { type, body: decode(bytes, declared) }
  const sample = encodingSample(bytes)
  if (isUtf8(bytes) && !sample.includes(0)) return { type, body: decode(bytes, 'UTF-8') }
  const detected = await parse('encoding', sample)
  return { type, body: decode(bytes, detected.ok ? detected.value : 'UTF-8') }
}
