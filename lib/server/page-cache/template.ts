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
 * A page with room for words that are others for every reader. All else is compressed once: to send it costs a
 * checksum and a copy.
 */
export type PageTemplate = {
  plain: (...words: string[]) => Buffer
  gzip: (...words: string[]) => Buffer
}

/** `parts` with those of `words` between them that `order` names by their places. */
function between<T>(parts: T[], words: T[], order: number[]): T[] {
  return parts.flatMap((part, index) => {
    const word = words[order[index - 1] ?? -1]
    return word === undefined ? [part] : [word, part]
  })
}

/** `page` in pieces, every second one of which is a mark. Marks are letters, digits, `-`, `_` and `~` alone. */
const cut = (page: string, marks: string[]) => page.split(new RegExp(`(${marks.join('|')})`))

/**
 * The template of `page`, in which each of `marks` stands where the word of its place belongs; undefined when one is
 * nowhere, or somewhere in two halves, as when the page was cut in pieces there.
 */
export function templateOf(page: string, ...marks: string[]): PageTemplate | undefined {
  const pieces = cut(page, marks)
  const texts = pieces.filter((_, index) => index % 2 === 0)
  const order = pieces.filter((_, index) => index % 2).map((mark) => marks.indexOf(mark))
  const halves = marks.flatMap((mark) => [mark.slice(0, mark.length >> 1), mark.slice(mark.length >> 1)])
  if (marks.some((_, place) => !order.includes(place))) return undefined
  if (texts.some((text) => halves.some((half) => text.includes(half)))) return undefined
  const parts = texts.map((text) => Buffer.from(text))
  const blocks = parts.map(compressed)
  const bytesOf = (words: string[]) => words.map((word) => Buffer.from(word))
  const plain = (...words: string[]) => Buffer.concat(between(parts, bytesOf(words), order))
  return {
    plain,
    gzip: (...words) => {
      const bytes = bytesOf(words)
      const tail = Buffer.alloc(8)
      const all = between(parts, bytes, order)
      // Of no bytes at all zlib says 0, whatever came before.
      const sum = all.reduce((before, part) => (part.length ? crc32(part, before) : before), 0)
      tail.writeUInt32LE(sum, 0)
      tail.writeUInt32LE(
        all.reduce((length, part) => length + part.length, 0),
        4,
      )
      return Buffer.concat([GZIP_HEAD, ...between(blocks, bytes.map(stored), order), LAST_BLOCK, tail])
    },
  }
}
