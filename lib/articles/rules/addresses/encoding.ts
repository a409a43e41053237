import { getBOMEncoding, labelToName, TextDecoder } from '@exodus/bytes/encoding.js'
import sniffHtml from 'html-encoding-sniffer'

/** Bytes in which an XML declaration stands, if there is one. */
const DECLARATION_BYTES = 1_024
/** Bytes of a page in which the end of its head is sought. */
const HEAD_BYTES = 64 * 1024
/** Maximum meta elements that are looked at. */
const MAX_METAS = 200
/** What holds no elements: a declaration in it is none. */
const OPAQUE = /<!--[\s\S]*?(?:-->|$)|<(script|style|title|noscript|template)\b[\s\S]*?(?:<\/\1|$)/gi
/** Bytes that the detector of encodings looks at. */
const SAMPLE_BYTES = 64 * 1024
/** Bytes of plain ASCII kept before the first other byte of a sample. */
const SAMPLE_LEAD = 1_024

const latin = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** Returns the encoding that a text in XML names in its declaration, or shows by its first characters. */
function xmlEncoding(bytes: Uint8Array): string | undefined {
  const start = latin(bytes.subarray(0, DECLARATION_BYTES))
  // XML 1.0, appendix F: UTF-16 without a byte order mark.
  if (start.startsWith('<\0?\0')) return 'UTF-16LE'
  if (start.startsWith('\0<\0?')) return 'UTF-16BE'
  const [, , label = ''] = /^\s*<\?xml\s[^>]*?encoding\s*=\s*(["'])([\w.:-]+)\1/.exec(start) ?? []
  const name = labelToName(label)
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return name?.startsWith('UTF-16') ? 'UTF-8' : (name ?? undefined)
}

/**
 * Returns the encoding that a `<meta>` names anywhere in the head. HTML's prescan ends at 1,024 bytes, but a browser that
 * meets a later declaration reads the page again in its encoding.
 */
function headEncoding(bytes: Uint8Array): string {
  const early = sniffHtml(bytes, { defaultEncoding: '' })
  if (early) return early
  const open = latin(bytes.subarray(0, HEAD_BYTES)).replace(OPAQUE, (opaque) => ' '.repeat(opaque.length))
  const head = open.slice(0, open.search(/<\/head|<body\b/i) >>> 0)
  for (const { index } of [...head.matchAll(/<meta[\s/]/gi)].slice(0, MAX_METAS)) {
    const end = head.indexOf('>', index)
    const name = end < 0 ? '' : sniffHtml(bytes.subarray(index, end + 1), { defaultEncoding: '' })
    if (name) return name
  }
  return ''
}

/**
 * Returns the name of the encoding that a page or feed declares, in the order of its standard; undefined where it
 * declares none. HTML (WHATWG): byte order mark, HTTP, `<meta>`, XML declaration. XML (RFC 7303): byte order mark, HTTP,
 * XML declaration. `label` is the charset of the HTTP header.
 */
export function declaredEncoding(
  bytes: Uint8Array,
  isXml: boolean,
  label: string | undefined,
): string | undefined {
  const outside = labelToName(getBOMEncoding(bytes) ?? '') ?? labelToName(label ?? '')
  if (outside) return outside
  return (isXml ? '' : headEncoding(bytes)) || xmlEncoding(bytes)
}

/** Returns the part of a text that shows its encoding best: where its first byte beyond ASCII is. */
export function encodingSample(bytes: Uint8Array): Uint8Array {
  // A text in UTF-16 has zeros in its first lines; it is cut at its start, which keeps its pairs of bytes.
  if (bytes.subarray(0, SAMPLE_LEAD).includes(0)) return bytes.slice(0, SAMPLE_BYTES)
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const from = Math.max(0, first - SAMPLE_LEAD)
  return bytes.slice(from, from + SAMPLE_BYTES)
}

/**
 * Returns a text from its bytes. Node 20's own decoder leaves the quotation marks of windows-1252 as control
 * characters. A byte order mark is no part of the text.
 */
export function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes)
}
