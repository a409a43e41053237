import { createHmac, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { Hmac, hmacOf } from './hmac'

it('gives the digests of node:crypto, whatever the length of key and text', () => {
  for (const bytes of [0, 1, 32, 63, 64, 65, 200])
    for (const length of [0, 1, 55, 56, 64, 119, 341, 342, 1_024, 5_000]) {
      const key = randomBytes(bytes)
      const text = 'é€a\0'.repeat(length).slice(0, length)
      for (const as of ['hex', 'binary', 'base64url'] as const)
        expect(new Hmac(key).digest(text, as)).toBe(createHmac('sha256', key).update(text).digest(as))
    }
})

it('keeps nothing of one text for the next, and takes a key as text', () => {
  const mac = hmacOf('a secret')
  expect(hmacOf('a secret')).toBe(mac)
  mac.digest('a long text before a short one', 'hex')
  expect(mac.digest('a', 'hex')).toBe(createHmac('sha256', 'a secret').update('a').digest('hex'))
})
