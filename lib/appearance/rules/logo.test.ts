import { expect, it } from 'vitest'
import { fitted, kindOf, LOGO_BOX, sizeOf } from './logo'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const header = (width: number, height: number) => {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  return bytes(PNG, [0, 0, 0, 13], 'IHDR', [...size], [8, 6, 0, 0, 0, 1, 2, 3, 4])
}

it.each([
  ['png', header(10, 20)],
  ['svg', bytes('<?xml version="1.0"?>\n<!-- a logo --><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['svg', bytes('<SVG onload=alert(1)>')],
  ['jpeg', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ['webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ')],
  ['other', bytes('GIF89a')],
  ['other', bytes('<html><script>alert(1)</script>')],
  ['other', bytes(PNG.slice(0, 7))],
  ['other', bytes()],
] as const)('is told by its content: %s', (kind, file) => expect(kindOf(file)).toBe(kind))

it('of a PNG the size is what its header says', () => {
  expect(sizeOf(header(640, 120))).toEqual({ width: 640, height: 120 })
  // As a view into a larger buffer, which is how a body is read.
  expect(sizeOf(new Uint8Array([0, ...header(7, 9)]).subarray(1))).toEqual({ width: 7, height: 9 })
  expect(sizeOf(header(0, 120))).toBeUndefined()
  expect(sizeOf(bytes(PNG))).toBeUndefined()
})

it.each([
  [
    { width: 300, height: 100 },
    { width: 300, height: 100 },
  ],
  [
    { width: 1440, height: 100 },
    { width: 720, height: 50 },
  ],
  [
    { width: 1000, height: 1000 },
    { width: LOGO_BOX.height, height: LOGO_BOX.height },
  ],
  [
    { width: 2048, height: 1 },
    { width: 720, height: 1 },
  ],
])('is kept no larger than it is shown: %j', (given, kept) => expect(fitted(given)).toEqual(kept))
