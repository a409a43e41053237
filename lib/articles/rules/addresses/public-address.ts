import ipaddr from 'ipaddr.js'

/** The public part of IPv6 (RFC 4291). Everything outside it is reserved, local, or an IPv4 address in disguise. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')
/** The prefix of an IPv4 address behind the NAT64 of an IPv6-only network (RFC 6052): judged as IPv4. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
/** The metadata services of cloud machines that lie in a public range; the others are private by their range. */
const METADATA = ['168.63.129.16']

/** Returns the IPv4 address for which an IPv6 address stands where networks translate between them. */
function translated(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  return address.match(NAT64) ? new ipaddr.IPv4(address.toByteArray().slice(12)) : undefined
}

/**
 * Returns whether a network address is part of the public internet, in IPv4 or IPv6 form. Excluded are this machine,
 * private, link-local and reserved ranges, and the metadata services of cloud machines.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const given = ipaddr.parse(address)
  const parsed = given instanceof ipaddr.IPv6 ? (translated(given) ?? given) : given
  if (parsed.range() !== 'unicast') return false
  if (parsed instanceof ipaddr.IPv6) return parsed.match(GLOBAL)
  return !METADATA.includes(parsed.toString())
}
