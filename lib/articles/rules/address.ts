import ipaddr from 'ipaddr.js'

/**
 * Whether a network address is one of the open internet: not our own machine, not a private or link-local
 * network, not a range set aside for something else, also when written as IPv6.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return parsed.range() === 'unicast'
}
