import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address'

/** Ranges outside the public internet, as their first bytes and the bounds of the next one. */
const PRIVATE: [first: number[], low: number, high: number][] = [
  [[], 0, 0],
  [[], 10, 10],
  [[100], 64, 127],
  [[], 127, 127],
  [[169], 254, 254],
  [[172], 16, 31],
  [[192], 168, 168],
  [[192, 0], 0, 0],
  [[192, 0], 2, 2],
  [[198], 18, 19],
  [[], 224, 255],
]
const byte = fc.integer({ min: 0, max: 255 })
type Bytes = [number, number, number, number]
const privateBytes = fc
  .constantFrom(...PRIVATE)
  .chain(([first, low, high]) =>
    fc
      .tuple(fc.integer({ min: low, max: high }), byte, byte, byte)
      .map((rest) => [...first, ...rest].slice(0, 4) as Bytes),
  )
const dotted = (bytes: number[]) => bytes.join('.')
const hex = (bytes: number[]) => bytes.map((one) => one.toString(16).padStart(2, '0')).join('')
const groups = (bytes: number[]) => `${hex(bytes.slice(0, 2))}:${hex(bytes.slice(2, 4))}`
const flipped = (bytes: number[]) => bytes.map((one) => 255 - one)

/** The forms in which IPv6 writes an IPv4 address. */
const FORMS: Record<string, (bytes: number[]) => string> = {
  mapped: (bytes) => `::ffff:${dotted(bytes)}`,
  'mapped, in hexadecimal': (bytes) => `::ffff:${groups(bytes)}`,
  compatible: (bytes) => `::${dotted(bytes)}`,
  'compatible, in hexadecimal': (bytes) => `::${groups(bytes)}`,
  'translated (SIIT)': (bytes) => `::ffff:0:${groups(bytes)}`,
  NAT64: (bytes) => `64:ff9b::${groups(bytes)}`,
  'local NAT64': (bytes) => `64:ff9b:1::${groups(bytes)}`,
  '6to4': (bytes) => `2002:${groups(bytes)}::1`,
  Teredo: (bytes) => `2001:0:${groups(bytes)}:0:0:${groups(flipped(bytes))}`,
}

describe('a private address', () => {
  it('is private in IPv4', () => {
    fc.assert(fc.property(privateBytes, (bytes) => !isPublicAddress(dotted(bytes))))
  })
  it.each(Object.entries(FORMS))('is private in IPv6: %s', (_, form) => {
    fc.assert(fc.property(privateBytes, (bytes) => !isPublicAddress(form(bytes))))
  })
  it('is every IPv6 address outside 2000::/3 that stands for no IPv4 address', () => {
    const outside = fc.integer({ min: 0, max: 255 }).filter((first) => first >> 5 !== 1 && first !== 0)
    fc.assert(
      fc.property(outside, fc.array(byte, { minLength: 15, maxLength: 15 }), (first, rest) => {
        const written =
          hex([first, ...rest])
            .match(/.{4}/g)
            ?.join(':') ?? ''
        return !isPublicAddress(written)
      }),
    )
  })
  it.each(['169.254.169.254', '100.100.100.200', '168.63.129.16', '192.0.0.192', '169.254.170.2'])(
    'is the one at which a cloud machine answers for itself: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(false)
      for (const form of Object.values(FORMS))
        expect(isPublicAddress(form(address.split('.').map(Number)))).toBe(false)
    },
  )
  it.each(['fd00:ec2::254', 'fd20:ce::254', 'fe80::a9fe:a9fe', 'fe80::1%eth0', '::1', '::', 'ff02::1'])(
    'is %s',
    (address) => expect(isPublicAddress(address)).toBe(false),
  )
  it.each(['2001:db8::1', '3fff::1', '2001:20::1', 'localhost', '', '1.1.1.1.1'])(
    'is not taken for public: %j',
    (address) => expect(isPublicAddress(address)).toBe(false),
  )
})

describe('a public address', () => {
  it.each(['1.1.1.1', '93.184.216.34', '2606:4700:4700::1111', '2001:4860:4860::8888', '2a01:e0a::1'])(
    'is %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )
  it.each(['::ffff:93.184.216.34', '64:ff9b::5db8:d822'])('is one that networks translate: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})
