import { createHash, randomBytes } from 'node:crypto'

/** Bytes of a token: 256 random bits cannot be guessed, so a plain hash of them can be stored. */
const TOKEN_BYTES = 32
/** Hours that a link works. They span a weekend: an invitation sent on Friday evening still works on Monday. */
export const LINK_HOURS = 72

/** Returns a new random token, in base64url. */
export const newToken = () => randomBytes(TOKEN_BYTES).toString('base64url')

/** Returns the hash that is stored in place of the secret of a link or of an API token. */
export const hashToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token).digest())

/** Returns when a link created at `now` expires. */
export const linkExpiry = (now: Date) => new Date(now.getTime() + LINK_HOURS * 3600_000)

/** Returns the path of the page that spends a one-time link. */
export const invitationPath = (token: string) => `/invitation/${token}`

/**
 * The address of the account that the first start creates, until its owner enters their own with the password. No
 * domain ends in `.invalid` (RFC 2606).
 */
export const FIRST_ADMIN = 'premiere-connexion@avis.invalid'
