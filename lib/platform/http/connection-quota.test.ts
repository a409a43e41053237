import fc from 'fast-check'
import { expect, it } from 'vitest'
import { networkOf } from './client-address'
import { ConnectionQuota } from './connection-quota'

it('in any order of coming and going: never more than all may have or a network may, and nothing is left behind', () => {
  const address = fc.oneof(
    fc.constantFrom('192.0.2.1', '192.0.2.200', '198.51.100.3'),
    fc.tuple(fc.nat(3), fc.nat(300)).map(([site, link]) => `2001:db8:${site}:${link.toString(16)}::1`),
  )
  const step = fc.record({ address: fc.option(address, { nil: undefined }), leave: fc.nat(9) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const places = new ConnectionQuota(30, 4)
      const held: { leave: () => void; network: string | undefined }[] = []
      for (const { address: from, leave } of steps) {
        const network = from && networkOf(from)
        const full = places.isFull || places.isFullFor(network)
        const left = places.take(network)
        expect(left === undefined).toBe(full)
        if (left) held.push({ leave: left, network })
        expect(held.length).toBeLessThanOrEqual(30)
        const gone = leave > 7 && held.shift()
        // Twice: a stream that is cancelled while it ends must release its slot once.
        if (gone) for (let n = 0; n < 2; n++) gone.leave()
        expect(places.count).toBe(held.length)
        expect(held.filter((one) => one.network === networkOf('192.0.2.1')).length).toBeLessThanOrEqual(4)
        const site = held.filter((one) => one.network?.startsWith('20010db80001'))
        expect(site.length).toBeLessThanOrEqual(4 * 8)
      }
      for (const { leave } of held) leave()
      expect(places.count).toBe(0)
      for (const { network } of held) expect(places.isFullFor(network)).toBe(false)
    }),
  )
})
