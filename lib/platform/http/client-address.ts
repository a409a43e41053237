import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** A site is usually given an IPv4 /24; within it, a limit on single addresses would be evaded. */
const IPV4_BYTES = 3
/** Hexadecimal digits of an IPv6 /64, one subscriber's link. */
const IPV6_DIGITS = 16

/**
 * The IPv6 prefixes in which a client counts, narrowest first. `share` multiplies the limit of a /64. A household is
 * given a /56 and a site a /48, which is 65,536 networks of one person. A mobile operator puts as many customers behind
 * one /48 (docs/decisions/identity.md).
 */
export const IPV6_PREFIXES = [
  { digits: IPV6_DIGITS, share: 1 },
  { digits: 14, share: 2 },
  { digits: 12, share: 8 },
] as const

/**
 * Returns the client's address from `forwarded` (X-Forwarded-For, to which the front door adds its own peer). It is the
 * entry that the farthest of `hops` trusted proxies wrote. Returns undefined when there are fewer entries or the entry
 * is no address. Callers that count by address then count all such clients as one.
 */
export function clientAddress(forwarded: string | null | undefined, hops: number): string | undefined {
  let end = forwarded?.length ?? 0
  // From the end, without splitting: the front of the list can be as long as its sender likes.
  for (let skipped = 0; skipped < hops && end > 0; skipped++) end = forwarded?.lastIndexOf(',', end - 1) ?? -1
  const entry = end > 0 && forwarded?.slice(forwarded.lastIndexOf(',', end - 1) + 1, end).trim()
  return entry && isIP(entry) ? entry : undefined
}

const MAPPED = '::ffff:'

const withoutLast = (address: string) => address.slice(0, address.lastIndexOf('.'))

/** Parses with a library every spelling of an address that is not a usual one. */
function parsedNetwork(address: string): string {
  const parsed = ipaddr.process(address)
  const bytes = parsed.toByteArray()
  if (parsed.kind() === 'ipv4') return bytes.slice(0, IPV4_BYTES).join('.')
  return Buffer.from(bytes).toString('hex', 0, IPV6_DIGITS / 2)
}

/**
 * Returns the narrowest network in which `address` counts, where `isIP` accepts `address`. That is the first bytes of
 * an IPv4 address, such as 192.0.2, or the sixteen digits of an IPv6 /64. An IPv4 address mapped into IPv6 is an IPv4
 * address. Every vote calls this, so usual spellings skip the parser.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return withoutLast(address)
  if (address.startsWith(MAPPED) && address.includes('.')) return withoutLast(address.slice(MAPPED.length))
  const [a, b, c, d = '', e] = address.split(':', 5)
  // The first three groups stand as written; `::` may make the fourth zero.
  if (!a || !b || !c || e === undefined) return parsedNetwork(address)
  return (a.padStart(4, '0') + b.padStart(4, '0') + c.padStart(4, '0') + d.padStart(4, '0')).toLowerCase()
}

/** A network in which a client counts, and the multiple of the limit that it may use. */
export type CountedNetwork = { name: string; share: number }

/**
 * Returns the networks in which a client of `network` counts, each with its share of a limit. An IPv6 client counts in
 * wider prefixes as well.
 */
export const networksOf = (network: string): CountedNetwork[] =>
  network.length === IPV6_DIGITS
    ? IPV6_PREFIXES.map(({ digits, share }) => ({ name: network.slice(0, digits), share }))
    : [{ name: network, share: 1 }]

/**
 * Returns the network of the client that sent `forwarded` through `hops` trusted proxies. Returns undefined where
 * `clientAddress` does.
 */
export function clientNetwork(forwarded: string | null | undefined, hops: number): string | undefined {
  const address = clientAddress(forwarded, hops)
  return address && networkOf(address)
}

/** Appends the peer as a proxy would: Next hides the socket from its pages, and Hono from its routes. */
export function appendPeerAddress({ headers, socket }: IncomingMessage) {
  const before = headers['x-forwarded-for']
  const peer = socket.remoteAddress ?? ''
  headers['x-forwarded-for'] = before ? `${before}, ${peer}` : peer
}
