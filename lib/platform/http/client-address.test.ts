import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import { appendPeerAddress, clientAddress, networkOf, networksOf } from './client-address'

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
    ['203.0.113.9', '203.0.113'],
    ['::ffff:203.0.113.200', '203.0.113'],
    ['::FFFF:cb00:71c8', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '20010db800010002'],
    ['2001:DB8:1:2::', '20010db800010002'],
    ['2001:db8:1::2', '20010db800010000'],
    ['2001:db8::2', '20010db800000000'],
    ['fe80::1%eth0', 'fe80000000000000'],
    ['::1', '0000000000000000'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it('is what a parser of addresses says, however an address is written', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const parsed = ipaddr.process(address)
        const bytes = parsed.toByteArray()
        const v4 = parsed.kind() === 'ipv4'
        const expected = v4 ? bytes.slice(0, 3).join('.') : Buffer.from(bytes).toString('hex').slice(0, 16)
        expect(networkOf(address)).toBe(expected)
      }),
    )
  })

  it('of IPv6 counts in the /56 and the /48 that it is in, and of IPv4 in nothing wider', () => {
    expect(networksOf(networkOf('2001:db8:1:234::5'))).toEqual([
      { name: '20010db800010234', share: 1 },
      { name: '20010db8000102', share: 2 },
      { name: '20010db80001', share: 8 },
    ])
    expect(networksOf('203.0.113')).toEqual([{ name: '203.0.113', share: 1 }])
  })
})

it('a connection that is gone already has no address, whatever its client wrote', () => {
  const headers = { 'x-forwarded-for': '1.2.3.4' }
  appendPeerAddress({ headers, socket: {} } as unknown as IncomingMessage)
  expect(clientAddress(headers['x-forwarded-for'], 0)).toBeUndefined()
})
