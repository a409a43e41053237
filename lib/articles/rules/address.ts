import ipaddr from 'ipaddr.js'

/** Where IPv6 has the open internet (RFC 4291); everything outside is set aside, local or an IPv4 address in disguise. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')
/** An IPv4 address behind the NAT64 of an IPv6-only network (RFC 6052): judged as IPv4. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
/** Where cloud machines answer for themselves that stand in a public range; the others are private by their range. */
const METADATA = ['168.63.129.16']

/** The IPv4 address that an IPv6 address stands for where networks translate between them. */
function translated(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  return address.match(NAT64) ? new ipaddr.IPv4(address.toByteArray().slice(12)) : undefined
}

/**
 * Whether a network address is one of the open internet. Not our own machine, not a private or link-local network, not a
 * range set aside for something else, not where a cloud machine answers for itself; also when written as IPv6.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const given = ipaddr.parse(address)
  const parsed = given instanceof ipaddr.IPv6 ? (translated(given) ?? given) : given
  if (parsed.range() !== 'unicast') return false
  if (parsed instanceof ipaddr.IPv6) return parsed.match(GLOBAL)
  return !METADATA.includes(parsed.toString())
}
