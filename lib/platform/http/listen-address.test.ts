import { expect, it } from 'vitest'
import { forgeable, hostOf } from './listen-address'

it('listens to this machine alone behind a proxy, and to all where there is none, unless told otherwise', () => {
  expect(hostOf(undefined, 0)).toBe('0.0.0.0')
  expect(hostOf('', 1)).toBe('127.0.0.1')
  expect(hostOf('10.0.0.2', 1)).toBe('10.0.0.2')
})

it('says in one sentence where an address could be forged', () => {
  for (const host of ['127.0.0.1', '127.8.0.1', '::1', 'localhost'])
    expect(forgeable(host, 2)).toBeUndefined()
  expect(forgeable('0.0.0.0', 0)).toBeUndefined()
  for (const host of ['0.0.0.0', '::', '10.0.0.2', 'avis.example', '127.0.0.1.example'])
    expect(forgeable(host, 1)).toMatch(/^AVIS_PROXY_HOPS=1 believes .*HOST=127\.0\.0\.1\.$/)
})
