import { hkdfSync, randomUUID } from 'node:crypto'
import { EncryptJWT, errors, jwtDecrypt } from 'jose'
import { z } from 'zod'

/** Seconds from the right password to the code: as long as it takes to find one's telephone. */
export const TICKET_SECONDS = 300
/** Seconds from the secret on the page to the code that proves it arrived in the app. */
const SET_UP_SECONDS = 1800
/** Seconds by which the clocks of several processes may differ at most. */
const CLOCK_TOLERANCE_SECONDS = 15

/**
 * Derives the key of one kind of token, so that a token is never accepted as one of another kind. The text is that of
 * next-auth 4, whose tokens stay readable.
 */
const keyOf = (secret: string, salt: string) =>
  new Uint8Array(
    hkdfSync('sha256', secret, salt, `NextAuth.js Generated Encryption Key${salt && ` (${salt})`}`, 32),
  )

/** Encrypts `token` under the key of its kind, for `maxAge` seconds. */
export const encode = (token: Record<string, unknown>, secret: string, salt: string, maxAge: number) =>
  new EncryptJWT(token)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt()
    .setExpirationTime(`${maxAge} s`)
    .setJti(randomUUID())
    .encrypt(keyOf(secret, salt))

/** Returns what was encrypted; undefined when it is forged, damaged, expired or of another kind. */
export async function decode(token: string, secret: string, salt: string) {
  try {
    const key = keyOf(secret, salt)
    return (await jwtDecrypt(token, key, { clockTolerance: CLOCK_TOLERANCE_SECONDS })).payload
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined
    throw error
  }
}

function seal<S extends z.ZodType<Record<string, unknown>>>(salt: string, maxAge: number, schema: S) {
  return {
    seal: (token: z.output<S>, secret: string) => encode(token, secret, salt, maxAge),
    /** Returns what was sealed; undefined when it is not ours, of another kind or expired. */
    open: async (sealed: string | undefined, secret: string): Promise<z.output<S> | undefined> => {
      if (!sealed) return undefined
      return schema.safeParse(await decode(sealed, secret, salt)).data
    },
  }
}

/** The seal of a person who entered the right password, with its fingerprint, and whose code is still missing. */
export const ticket = seal(
  'avis second factor',
  TICKET_SECONDS,
  z.object({ account: z.int(), mark: z.string() }),
)

/** Days that a browser stays known to the accounts that signed in from it. */
const DEVICE_DAYS = 180
/** The same in seconds. */
export const DEVICE_SECONDS = DEVICE_DAYS * 86_400

/**
 * The seal of a browser from which accounts have signed in. It grants nothing: it only counts that browser's mistakes
 * apart from others'.
 */
export const device = seal(
  'avis known device',
  DEVICE_SECONDS,
  z.object({ device: z.string(), accounts: z.array(z.int()) }),
)

/** The seal of a second factor's secret between the page that shows it and the code that confirms it. */
export const pendingTotp = seal(
  'avis second factor set-up',
  SET_UP_SECONDS,
  z.object({ account: z.int(), totp: z.string() }),
)
