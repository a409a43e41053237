import { timingSafeEqual } from 'node:crypto'
import { hmacOf } from '../../platform/runtime/hmac'

const SEPARATOR = '.'

function signatureOf(value: string, purpose: string, secret: string) {
  return hmacOf(secret).digest(`${purpose}\0${value}`, 'base64url')
}

/** Returns `value` with a signature that verifies only for this purpose and this secret. */
export const sign = (value: string, purpose: string, secret: string) =>
  `${value}${SEPARATOR}${signatureOf(value, purpose, secret)}`

/** Returns the value of a signed text, or undefined when any part of it is not ours. */
export function verify(signed: string | undefined, purpose: string, secret: string): string | undefined {
  const cut = signed?.lastIndexOf(SEPARATOR) ?? -1
  if (!signed || cut < 1) return undefined
  const value = signed.slice(0, cut)
  const given = Buffer.from(signed.slice(cut + 1))
  const expected = Buffer.from(signatureOf(value, purpose, secret))
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined
}
