import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits cannot be guessed, so a plain hash of them can be stored. */
const TOKEN_BYTES = 32
/** Over a weekend: an invitation sent on Friday evening still works on Monday. */
export const LINK_HOURS = 72

export const newToken = () => randomBytes(TOKEN_BYTES).toString('base64url')

/** What is stored of a one-time link. */
export const hashToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token).digest())

export const linkExpiry = (now: Date) => new Date(now.getTime() + LINK_HOURS * 3600_000)

export const invitationPath = (token: string) => `/invitation/${token}`

/**
 * The address of the account that the first start makes, until its owner gives their own with the password.
 * `.invalid` is nobody's domain (RFC 2606).
 */
export const FIRST_ADMIN = 'premiere-connexion@avis.invalid'
