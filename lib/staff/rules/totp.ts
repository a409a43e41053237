import { Secret, TOTP } from 'otpauth'

/** RFC 4226 recommends 160 bits. */
const SECRET_BYTES = 20
const PERIOD_SECONDS = 30
/** A code of the period before or after is taken too: telephones' clocks differ. */
const WINDOW = 1
/** For how long a used code could still be given again. */
export const REPLAY_SECONDS = PERIOD_SECONDS * (2 * WINDOW + 1)

const totp = (secret: string, named?: { issuer: string; label: string }) =>
  new TOTP({ ...named, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS })

export const newTotpSecret = () => new Secret({ size: SECRET_BYTES }).base32

/** What an authenticator app reads: the secret, and whose it is at which site. A colon would part them elsewhere. */
export const totpUri = (secret: string, email: string, site: string) =>
  totp(secret, { issuer: site.replaceAll(':', ' '), label: email }).toString()

/** The secret as people copy it: in groups of four. */
export const spelled = (secret: string) => secret.replace(/.{4}(?=.)/g, '$& ')

/** The period in which `code` is right, around `now`; undefined when it is wrong. */
export function periodOfCode(secret: string, code: string, now: Date): number | undefined {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return undefined
  const delta = totp(secret).validate({ token: digits, window: WINDOW, timestamp: now.getTime() })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}
