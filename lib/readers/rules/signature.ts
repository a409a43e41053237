import { createHmac, timingSafeEqual } from 'node:crypto'

const SEPARATOR = '.'

function signatureOf(value: string, purpose: string, secret: string) {
  return createHmac('sha256', secret).update(`${purpose}\0${value}`).digest('base64url')
}

/** `value` with a signature that only this purpose and this secret verify. */
export const sign = (value: string, purpose: string, secret: string) =>
  `${value}${SEPARATOR}${signatureOf(value, purpose, secret)}`

/** The value of a signed text, or undefined when anything about it is not ours. */
export function verify(signed: string | undefined, purpose: string, secret: string): string | undefined {
  const cut = signed?.lastIndexOf(SEPARATOR) ?? -1
  if (!signed || cut < 1) return undefined
  const value = signed.slice(0, cut)
  const given = Buffer.from(signed.slice(cut + 1))
  const expected = Buffer.from(signatureOf(value, purpose, secret))
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined
}
