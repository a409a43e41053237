/** Limits the bytes of an uploaded logo: more than a well-made one needs, and little enough to hold in memory. */
export const LOGO_BYTES = 300 * 1024
/** Limits its sides in pixels: 16 MB once unpacked, however small the file. */
export const LOGO_SIDE = 2048
/** The pixels of a stored logo: three times the box in which it is shown, for sharp screens. */
export const LOGO_BOX = { width: 720, height: 132 }

/** A size in pixels. */
export type Size = { width: number; height: number }
/** The kind of an uploaded file, by its content. */
export type FileKind = 'png' | 'svg' | 'jpeg' | 'webp' | 'other'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
/** Bytes of a file that suffice to find an `svg` tag after its declarations and comments. */
const HEAD = 1024

const begins = (bytes: Uint8Array, wanted: number[], at = 0) =>
  wanted.every((byte, index) => bytes[at + index] === byte)
const text = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** Returns the kind of a file by its content. Its name and the type that a browser sends are no evidence. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (begins(bytes, PNG)) return 'png'
  if (begins(bytes, JPEG)) return 'jpeg'
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp'
  return /<svg[\s>]/i.test(text(bytes, 0, HEAD)) ? 'svg' : 'other'
}

/** Returns the size in a PNG's first chunk; undefined when that chunk is missing. */
export function sizeOf(png: Uint8Array): Size | undefined {
  if (png.length < 33 || text(png, 12, 16) !== 'IHDR') return undefined
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return width && height ? { width, height } : undefined
}

/** Returns the size in which `given` fits into the box of a logo; never larger than it is. */
export function fitted({ width, height }: Size): Size {
  const scale = Math.min(1, LOGO_BOX.width / width, LOGO_BOX.height / height)
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}
