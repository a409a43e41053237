import { expect, it } from 'vitest'
import { apiTokenHash, bearerOf, isTokenAlive, newApiToken } from './tokens'

it('what is kept of a token is found again by it, and what cannot be one is not looked for', () => {
  const { token, tokenHash } = newApiToken()
  expect(apiTokenHash(token)).toEqual(tokenHash)
  expect(newApiToken().token).not.toBe(token)
  for (const wrong of ['', 'avis_', token.slice(1), `${token}x`, token.replace('avis_', 'AVIS_'), '\0'])
    expect(apiTokenHash(wrong), wrong).toBeUndefined()
})

it('a token is read from its header only', () => {
  for (const header of ['Bearer abc', 'bearer abc', 'Bearer  abc']) expect(bearerOf(header)).toBe('abc')
  for (const header of [undefined, '', 'abc', 'Basic abc', 'Bearer', 'Bearer a b', 'xBearer abc'])
    expect(bearerOf(header), header).toBeUndefined()
})

it('a token ends on its day and when it is revoked', () => {
  const now = new Date('2026-03-01T00:00:00Z')
  const before = new Date('2026-02-28T23:59:59Z')
  const after = new Date('2026-03-01T00:00:01Z')
  expect(isTokenAlive({ expiresAt: after, revokedAt: null }, now)).toBe(true)
  expect(isTokenAlive({ expiresAt: before, revokedAt: null }, now)).toBe(false)
  expect(isTokenAlive({ expiresAt: now, revokedAt: null }, now)).toBe(false)
  expect(isTokenAlive({ expiresAt: after, revokedAt: before }, now)).toBe(false)
})
