import { constants, crc32, deflateRawSync } from 'node:zlib'

/** Of gzip (RFC 1952): deflate, no name, no time, any system. */
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
/** Of deflate (RFC 1951): a last block that holds nothing. */
const LAST_BLOCK = Buffer.from([0x01, 0x00, 0x00, 0xff, 0xff])
const BEST = 9

/** Up to a byte's edge and referring to nothing before it, so that anything may stand before and after. */
const compressed = (part: Buffer) =>
  deflateRawSync(part, { level: BEST, finishFlush: constants.Z_SYNC_FLUSH })

/** `bytes` as they are, as a block of a deflate stream. */
function stored(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(bytes.length, 1)
  head.writeUInt16LE(~bytes.length & 0xffff, 3)
  return Buffer.concat([head, bytes])
}

/**
 * A page with room for a word that is another for every reader. All else is compressed once: to send it costs a
 * checksum and a copy.
 */
export type PageTemplate = {
  plain: (word: string) => Buffer
  gzip: (word: string) => Buffer
}

function between<T>(parts: T[], word: T): T[] {
  return parts.flatMap((part, index) => (index ? [word, part] : [part]))
}

/**
 * The template of `page`, in which `mark` stands where the word belongs; undefined when the mark is nowhere, or
 * somewhere in two halves, as when the page was cut in pieces there.
 */
export function templateOf(page: string, mark: string): PageTemplate | undefined {
  const texts = page.split(mark)
  const halves = [mark.slice(0, mark.length >> 1), mark.slice(mark.length >> 1)]
  if (texts.length === 1 || texts.some((text) => halves.some((half) => text.includes(half)))) return undefined
  const parts = texts.map((text) => Buffer.from(text))
  const blocks = parts.map(compressed)
  const plain = (word: string) => Buffer.concat(between(parts, Buffer.from(word)))
  return {
    plain,
    gzip: (word) => {
      const bytes = Buffer.from(word)
      const tail = Buffer.alloc(8)
      const all = between(parts, bytes)
      // Of no bytes at all zlib says 0, whatever came before.
      const sum = all.reduce((before, part) => (part.length ? crc32(part, before) : before), 0)
      tail.writeUInt32LE(sum, 0)
      tail.writeUInt32LE(
        all.reduce((length, part) => length + part.length, 0),
        4,
      )
      return Buffer.concat([GZIP_HEAD, ...between(blocks, stored(bytes)), LAST_BLOCK, tail])
    },
  }
}
