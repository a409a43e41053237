import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'

/** From the right password to the code: as long as it takes to find one's telephone. */
export const TICKET_SECONDS = 300
/** From the secret on the page to the code that proves it arrived in the app. */
const SET_UP_SECONDS = 1800

/** Each kind of token is encrypted under its own key: one can never be taken for another. */
function seal<S extends z.ZodType<Record<string, unknown>>>(salt: string, maxAge: number, schema: S) {
  return {
    seal: (token: z.output<S>, secret: string) => encode({ token, secret, salt, maxAge }),
    /** What was sealed; undefined when it is not ours, of another kind or out of date. */
    open: async (sealed: string | undefined, secret: string): Promise<z.output<S> | undefined> => {
      if (!sealed) return undefined
      // decode throws on anything forged, damaged or expired, which for us is all the same.
      const token = await decode({ token: sealed, secret, salt }).catch(() => null)
      return schema.safeParse(token).data
    },
  }
}

/** Who gave the right password and still owes the code of their second factor. */
export const ticket = seal('avis second factor', TICKET_SECONDS, z.object({ account: z.int() }))

/** A second factor's secret between the page that shows it and the code that confirms it. */
export const pendingTotp = seal(
  'avis second factor set-up',
  SET_UP_SECONDS,
  z.object({ account: z.int(), totp: z.string() }),
)
