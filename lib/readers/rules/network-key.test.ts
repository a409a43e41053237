import { expect, it } from 'vitest'
import { networkKey } from './network-key'

const secret = 'a secret of this test'
const at = (surveyId: number, now: string) => ({ surveyId, now: new Date(now), secret })
const hex = (...given: Parameters<typeof networkKey>) => Buffer.from(networkKey(...given)).toString('hex')

it('is the same for one network, survey and day, and for nothing else', () => {
  const key = hex('192.0.2.0/24', at(1, '2026-03-14T08:00:00Z'))
  expect(hex('192.0.2.0/24', at(1, '2026-03-14T23:59:59Z'))).toBe(key)
  expect(hex('192.0.2.0/24', at(1, '2026-03-15T00:00:00Z'))).not.toBe(key)
  expect(hex('192.0.2.0/24', at(2, '2026-03-14T08:00:00Z'))).not.toBe(key)
  expect(hex('192.0.3.0/24', at(1, '2026-03-14T08:00:00Z'))).not.toBe(key)
  expect(hex('192.0.2.0/24', { ...at(1, '2026-03-14T08:00:00Z'), secret: 'another' })).not.toBe(key)
})

it('is one for all whose network is unknown', () => {
  expect(hex(undefined, at(1, '2026-03-14T08:00:00Z'))).toBe(hex(undefined, at(1, '2026-03-14T09:00:00Z')))
})
