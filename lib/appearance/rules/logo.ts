/** Of a logo that is sent: more than a well-made one needs, and little enough to hold in memory. */
export const LOGO_BYTES = 300 * 1024
/** Of its sides in pixels: 16 MB once unpacked, however small the file. */
export const LOGO_SIDE = 2048
/** Of a logo that is kept: three times the box it is shown in, for sharp screens. */
export const LOGO_BOX = { width: 720, height: 132 }

export type Size = { width: number; height: number }
/** What a file is that was sent as a logo, by what is in it. */
export type FileKind = 'png' | 'svg' | 'jpeg' | 'webp' | 'other'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
/** Enough of a file to see that it is text with an `svg` in it, after its declarations and comments. */
const HEAD = 1024

const begins = (bytes: Uint8Array, wanted: number[], at = 0) =>
  wanted.every((byte, index) => bytes[at + index] === byte)
const text = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** The kind of a file by its content: its name and the type that a browser gives it say nothing. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (begins(bytes, PNG)) return 'png'
  if (begins(bytes, JPEG)) return 'jpeg'
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp'
  return /<svg[\s>]/i.test(text(bytes, 0, HEAD)) ? 'svg' : 'other'
}

/** The size that a PNG says it has in its first chunk; undefined when that is not there. */
export function sizeOf(png: Uint8Array): Size | undefined {
  if (png.length < 33 || text(png, 12, 16) !== 'IHDR') return undefined
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return width && height ? { width, height } : undefined
}

/** The size in which `given` fits into the box of a logo; never larger than it is. */
export function fitted({ width, height }: Size): Size {
  const scale = Math.min(1, LOGO_BOX.width / width, LOGO_BOX.height / height)
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}
