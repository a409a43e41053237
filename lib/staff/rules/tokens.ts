import { hashToken, newToken } from './links'

/** An ended token is shown to its owner for a while, so that they find out why their program stopped. */
export const ENDED_TOKEN_DAYS = 30

/** So that a scanner of published code knows one when it sees it. */
const PREFIX = 'avis_'
const FORM = /^avis_[\w-]{43}$/

/** A new token: what its owner gets this once, and what is kept of it. */
export function newApiToken() {
  const token = PREFIX + newToken()
  return { token, tokenHash: hashToken(token) }
}

/** What is kept of `token`; undefined for what cannot be one, which is not looked for. */
export const apiTokenHash = (token: string) => (FORM.test(token) ? hashToken(token) : undefined)

type Times = { expiresAt: Date; revokedAt: Date | null }
export const isTokenAlive = ({ expiresAt, revokedAt }: Times, now: Date) => !revokedAt && expiresAt > now

/** The token of an Authorization header (RFC 6750); undefined when it has none. */
export const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
