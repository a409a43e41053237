import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** An IPv4 /24 is what one site is usually given: a limit on single addresses is walked around within it. */
const IPV4_BYTES = 3
/** Hexadecimal digits of an IPv6 /64, one subscriber's link. */
const IPV6_DIGITS = 16

/**
 * The IPv6 prefixes that a client counts in, the narrowest first, and how many times the limit of a /64 each may take.
 * A household is given a /56 and a site a /48, which is 65,536 networks of one person; a mobile operator puts as many
 * customers behind one (docs/decisions/identity.md).
 */
export const IPV6_PREFIXES = [
  { digits: IPV6_DIGITS, share: 1 },
  { digits: 14, share: 2 },
  { digits: 12, share: 8 },
] as const

/**
 * The client's address out of `forwarded` (X-Forwarded-For, to which the front door adds its own peer): what
 * the farthest of `hops` trusted proxies wrote down. Undefined when there are fewer entries than that or the
 * entry is no address: who counts by it then counts all such clients as one.
 */
export function clientAddress(forwarded: string | null | undefined, hops: number): string | undefined {
  const entry = forwarded
    ?.split(',')
    .at(-1 - hops)
    ?.trim()
  return entry && isIP(entry) ? entry : undefined
}

const MAPPED = '::ffff:'

const withoutLast = (address: string) => address.slice(0, address.lastIndexOf('.'))

/** Parsed by a library: every way of writing an address that is not a usual one. */
function parsedNetwork(address: string): string {
  const parsed = ipaddr.process(address)
  const bytes = parsed.toByteArray()
  if (parsed.kind() === 'ipv4') return bytes.slice(0, IPV4_BYTES).join('.')
  return Buffer.from(bytes).toString('hex', 0, IPV6_DIGITS / 2)
}

/**
 * The narrowest network that `address`, one that `isIP` knows, counts in: the first bytes of an IPv4 address, such as
 * 192.0.2, or the sixteen digits of an IPv6 /64. An IPv4 address that is mapped into IPv6 is an IPv4 address. Every vote
 * comes by here: what is written as usual needs no parser.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return withoutLast(address)
  if (address.startsWith(MAPPED) && address.includes('.')) return withoutLast(address.slice(MAPPED.length))
  const [a, b, c, d = '', e] = address.split(':', 5)
  // Three groups as they are, and the fourth, which `::` makes zero.
  if (!a || !b || !c || e === undefined) return parsedNetwork(address)
  return (a.padStart(4, '0') + b.padStart(4, '0') + c.padStart(4, '0') + d.padStart(4, '0')).toLowerCase()
}

export type CountedNetwork = { name: string; share: number }

/** What a client of `network` counts in, each with its share of a limit: an IPv6 one in wider prefixes as well. */
export const networksOf = (network: string): CountedNetwork[] =>
  network.length === IPV6_DIGITS
    ? IPV6_PREFIXES.map(({ digits, share }) => ({ name: network.slice(0, digits), share }))
    : [{ name: network, share: 1 }]

/** Returns the network of the client that sent `forwarded` through `hops` trusted proxies; undefined as for their address. */
export function clientNetwork(forwarded: string | null | undefined, hops: number): string | undefined {
  const address = clientAddress(forwarded, hops)
  return address && networkOf(address)
}

/** Writes the peer down as a proxy would: Next hides the socket from its pages, and Hono from its routes. */
export function appendPeerAddress({ headers, socket }: IncomingMessage) {
  const before = headers['x-forwarded-for']
  const peer = socket.remoteAddress ?? ''
  headers['x-forwarded-for'] = before ? `${before}, ${peer}` : peer
}
