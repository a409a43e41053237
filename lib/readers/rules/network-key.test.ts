import { expect, it } from 'vitest'
import { keysOf, networkKey } from './network-key'

const secret = 'a secret of this test'
const at = (surveyId: number, now: string) => ({ surveyId, now: Date.parse(now), secret })
const hex = (...given: Parameters<typeof networkKey>) => networkKey(...given)

it('is the same for one network, survey and day, and for nothing else', () => {
  const key = hex('192.0.2', at(1, '2026-03-14T08:00:00Z'))
  expect(hex('192.0.2', at(1, '2026-03-14T23:59:59Z'))).toBe(key)
  expect(hex('192.0.2', at(1, '2026-03-15T00:00:00Z'))).not.toBe(key)
  expect(hex('192.0.2', at(2, '2026-03-14T08:00:00Z'))).not.toBe(key)
  expect(hex('192.0.3', at(1, '2026-03-14T08:00:00Z'))).not.toBe(key)
  expect(hex('192.0.2', { ...at(1, '2026-03-14T08:00:00Z'), secret: 'another' })).not.toBe(key)
})

it('is one for all whose network is unknown', () => {
  expect(hex(undefined, at(1, '2026-03-14T08:00:00Z'))).toBe(hex(undefined, at(1, '2026-03-14T09:00:00Z')))
})

it('begins with the keys of the wider IPv6 networks, whichever link of theirs it is', () => {
  const of = (network: string) => networkKey(network, at(1, '2026-03-14T08:00:00Z'))
  const keys = (network: string) => keysOf(of(network)).map(({ key }) => key)
  const [link, household, site] = keys('20010db800010234')
  const [neighbour, ...wider] = keys('20010db800010235')
  expect(neighbour).not.toBe(link)
  expect(wider).toEqual([household, site])
  expect(keys('20010db800019934').slice(2)).toEqual([site])
  expect(
    new Set([link, household, site, ...keys('20010db800019934'), ...keys('20010db800029934')]).size,
  ).toBe(8)
  expect(keysOf(of('20010db800010234')).map(({ share }) => share)).toEqual([1, 2, 8])
  expect(keysOf(of('192.0.2')).map(({ share }) => share)).toEqual([1])
})
