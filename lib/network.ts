import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What one subscriber is usually given: limits on single addresses are walked around within it. */
const IPV4_BITS = 24
const IPV6_BITS = 64

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

/** The network an address is in, such as 192.0.2.0/24 or 2001:db8::/64. */
export function networkOf(address: string): string {
  const parsed = ipaddr.process(address)
  const bits = parsed.kind() === 'ipv4' ? IPV4_BITS : IPV6_BITS
  const bytes = parsed.toByteArray().fill(0, bits / 8)
  return `${ipaddr.fromByteArray(bytes)}/${bits}`
}

/** The network of whoever sent `forwarded` through `hops` trusted proxies; undefined as for their address. */
export function clientNetwork(forwarded: string | null | undefined, hops: number): string | undefined {
  const address = clientAddress(forwarded, hops)
  return address && networkOf(address)
}

/** Writes the peer down as a proxy would: Next hides the socket from its pages, and Hono from its routes. */
export function notePeer({ headers, socket }: IncomingMessage) {
  const before = headers['x-forwarded-for']
  const peer = socket.remoteAddress ?? ''
  headers['x-forwarded-for'] = before ? `${before}, ${peer}` : peer
}
