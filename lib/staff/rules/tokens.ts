import { hashToken, newToken } from './links'

/** Days that an ended token is still shown, so that its owner finds out why their program stopped. */
export const ENDED_TOKEN_DAYS = 30

/** The prefix by which a scanner of published code recognises a token. */
const PREFIX = 'avis_'
const FORM = /^avis_[\w-]{43}$/

/** Returns a new token: what its owner receives this once, and the hash that is stored. */
export function newApiToken() {
  const token = PREFIX + newToken()
  return { token, tokenHash: hashToken(token) }
}

/**
 * Returns the hash stored for `token`. Returns undefined for a text that cannot be one, so that it is not looked up.
 */
export const apiTokenHash = (token: string) => (FORM.test(token) ? hashToken(token) : undefined)

type Times = { expiresAt: Date; revokedAt: Date | null }
/** Returns whether a token still works at `now`. */
export const isTokenAlive = ({ expiresAt, revokedAt }: Times, now: Date) => !revokedAt && expiresAt > now

/** Returns the token of an Authorization header (RFC 6750); undefined when it has none. */
export const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
