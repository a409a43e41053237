import { expect, it } from 'vitest'
import { headersOf } from './security-headers'

it('asks browsers to come back over TLS only where there is TLS', () => {
  const name = 'strict-transport-security'
  expect(headersOf(true).find(([given]) => given === name)?.[1]).toBe('max-age=31536000')
  expect(headersOf(false).map(([given]) => given)).not.toContain(name)
})
