import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { clientAddress, networkOf, notePeer } from './network'

describe('the client’s address', () => {
  it.each([
    ['203.0.113.9', 0, '203.0.113.9'],
    ['1.2.3.4, 203.0.113.9', 0, '203.0.113.9'],
    ['1.2.3.4, 198.51.100.7, 10.0.0.1', 1, '198.51.100.7'],
    ['198.51.100.7, 10.0.0.2, 10.0.0.1', 2, '198.51.100.7'],
    ['::ffff:203.0.113.9', 0, '::ffff:203.0.113.9'],
  ])('in %j behind %i proxies is %s', (forwarded, hops, address) => {
    expect(clientAddress(forwarded, hops)).toBe(address)
  })

  it.each([
    [undefined, 0],
    ['', 0],
    ['10.0.0.1', 1],
    ['not an address', 0],
    ['1.2.3.4, unknown, 10.0.0.1', 1],
  ])('in %j behind %i proxies is not known', (forwarded, hops) => {
    expect(clientAddress(forwarded, hops)).toBeUndefined()
  })
})

describe('a network', () => {
  it.each([
    ['203.0.113.9', '203.0.113.0/24'],
    ['::ffff:203.0.113.200', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['::1', '::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

it('a connection that is gone already has no address, whatever its client wrote', () => {
  const headers = { 'x-forwarded-for': '1.2.3.4' }
  notePeer({ headers, socket: {} } as unknown as IncomingMessage)
  expect(clientAddress(headers['x-forwarded-for'], 0)).toBeUndefined()
})
