import { Secret, TOTP } from 'otpauth'

/** Bytes of a secret: RFC 4226 recommends 160 bits. */
const SECRET_BYTES = 20
const PERIOD_SECONDS = 30
/** Periods before and after the current one whose codes are accepted too: telephones' clocks differ. */
const WINDOW = 1
/** Seconds during which a used code could still be sent again. */
export const REPLAY_SECONDS = PERIOD_SECONDS * (2 * WINDOW + 1)

const totp = (secret: string, named?: { issuer: string; label: string }) =>
  new TOTP({ ...named, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS })

/** Returns a new random secret, in base 32. */
export const newTotpSecret = () => new Secret({ size: SECRET_BYTES }).base32

/**
 * Returns what an authenticator app reads: the secret, its owner's address and the site. A colon in the site's name
 * would split them in the wrong place.
 */
export const totpUri = (secret: string, email: string, site: string) =>
  totp(secret, { issuer: site.replaceAll(':', ' '), label: email }).toString()

/** Returns the secret as people copy it: in groups of four. */
export const spelled = (secret: string) => secret.replace(/.{4}(?=.)/g, '$& ')

/** Returns the period in which `code` is right, around `now`; undefined when it is wrong. */
export function periodOfCode(secret: string, code: string, now: Date): number | undefined {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return undefined
  const delta = totp(secret).validate({ token: digits, window: WINDOW, timestamp: now.getTime() })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}
