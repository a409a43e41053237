import { randomBytes } from 'node:crypto'
import { oncePerProcess } from '../runtime/per-process'

/**
 * The header with which the front door asks Next for a page with a placeholder in place of its form token
 * (lib/server/page-cache/index.ts).
 */
export const PLACEHOLDER_HEADER = 'x-avis-mark'

/**
 * Returns the placeholder, which this process alone knows. It is no valid attempt (readers/rules/identity.ts). If a
 * page were sent out with it by mistake, no ballot from it would be accepted. Nor could two readers' ballots count as
 * one.
 */
export const tokenPlaceholder = () =>
  oncePerProcess('page-mark', () => `~${randomBytes(24).toString('base64url')}~`)

/** Returns the placeholder for the nonce of that page's scripts (lib/platform/http/security-headers.ts). */
export const noncePlaceholder = () => oncePerProcess('nonce-mark', () => newNonce())

/** Returns a nonce of 128 bits, as the specification of such policies asks. */
export const newNonce = () => randomBytes(16).toString('base64url')
