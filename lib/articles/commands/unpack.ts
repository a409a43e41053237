import { pipeline, Readable, type Transform } from 'node:stream'
import zlib from 'node:zlib'

/** Maximum encodings of one answer, one inside the other: nobody needs more. */
const MAX_LAYERS = 2
/** A gzip file that ends too early is read as far as it goes, as browsers do. */
const LENIENT = { finishFlush: zlib.constants.Z_SYNC_FLUSH }

/** Node has this from 22.15 on. */
const zstd = (zlib as { createZstdDecompress?: () => Transform }).createZstdDecompress
const UNPACKERS: Record<string, (() => Transform) | undefined> = {
  gzip: () => zlib.createGunzip(LENIENT),
  'x-gzip': () => zlib.createGunzip(LENIENT),
  deflate: () => zlib.createInflate(LENIENT),
  br: () => zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH }),
  zstd,
}

/** Thrown where a content is larger than it may be. */
export class TooLarge extends Error {}
/** Thrown where a content is packed in a way that cannot be undone. */
export class Unreadable extends Error {}

/** Returns the layers of a Content-Encoding header, the innermost first. */
function layersOf(header: string): (() => Transform)[] {
  const names = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  const packed = names.filter((name) => name && name !== 'identity')
  return packed.map((name) => {
    const unpacker = UNPACKERS[name]
    if (!unpacker || packed.length > MAX_LAYERS) throw new Unreadable()
    return unpacker
  })
}

async function collect(stream: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) throw new TooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Passes a stream through an unpacker; whichever fails ends both, and the reader of the last learns why. */
const through = (stream: Readable, unpacker: Transform): Transform =>
  pipeline(stream, unpacker, () => undefined) as Transform

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b

/**
 * Resolves to the bytes of an answer, unpacked as its Content-Encoding says, asked for or not. A file that is itself
 * gzip is unpacked once as well. Neither may be larger than `most` bytes: reading ends there, whatever would follow.
 */
export async function unpacked(body: Readable, contentEncoding: string, most: number): Promise<Buffer> {
  const layers = layersOf(contentEncoding)
  const bytes = await collect(
    layers.reduceRight((stream: Readable, unpacker) => through(stream, unpacker()), body),
    most,
  )
  if (!isGzip(bytes)) return bytes
  return collect(through(Readable.from([bytes]), zlib.createGunzip(LENIENT)), most)
}
