import { randomBytes } from 'node:crypto'
import { oncePerProcess } from '../runtime/per-process'

/** By which the front door asks Next for a page with a mark in place of its form token (lib/server/page-cache/index.ts). */
export const PLACEHOLDER_HEADER = 'x-avis-mark'

/**
 * The mark, which this process alone knows. It is no attempt (readers/rules/identity.ts): of a page that were sent out
 * with it by mistake no ballot would be taken, let alone two readers' for one.
 */
export const tokenPlaceholder = () =>
  oncePerProcess('page-mark', () => `~${randomBytes(24).toString('base64url')}~`)

/** Likewise in place of the nonce of that page's scripts (lib/platform/http/security-headers.ts). */
export const noncePlaceholder = () => oncePerProcess('nonce-mark', () => newNonce())

/** 128 bits, as the specification of such policies asks. */
export const newNonce = () => randomBytes(16).toString('base64url')
