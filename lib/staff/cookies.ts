import { z } from 'zod'
import { cookieName, cookiePath, isSecure } from '../cookie-names'
import { env } from '../env'
import { bySecretLater } from '../secrets'
import { SIGN_IN } from './rules/paths'
import { decode, encode, TICKET_SECONDS } from './rules/seals'
import { SESSION_SECONDS } from './rules/sessions'

/** The cookie that carries a member of staff's session. `__Host-` keeps a neighbour domain from setting it. */
export function staffCookie() {
  const secure = isSecure()
  return {
    name: cookieName('avis_staff'),
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const
}

const claims = z.object({ sid: z.uuid() })

/** The salt of next-auth's own session tokens. */
const SESSION_SALT = ''

/** The cookie's value: an encrypted token, which names the session's row and nothing else of weight. */
export const sealSession = (sessionId: string) =>
  encode({ sid: sessionId }, env().AVIS_SECRET, SESSION_SALT, SESSION_SECONDS)

/** The session row a cookie names, or undefined when the cookie is not ours or out of date. */
export async function openSession(cookie: string | undefined): Promise<string | undefined> {
  if (!cookie) return undefined
  return bySecretLater(
    async (secret) => claims.safeParse(await decode(cookie, secret, SESSION_SALT)).data?.sid,
  )
}

/** What was typed into the sign-in page, on its way back to it: the address, and the ticket of a second step. */
export const TYPED_COOKIE = 'avis_sign_in'
const typed = z.object({ email: z.string(), ticket: z.string().optional() })
export type Typed = z.output<typeof typed>

export const sealTyped = (given: Typed | undefined) => ({
  value: given ? Buffer.from(JSON.stringify(given)).toString('base64url') : '',
  options: {
    path: cookiePath(SIGN_IN),
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(),
    maxAge: given ? TICKET_SECONDS : 0,
  } as const,
})

/** What `sealTyped` sealed; undefined when there is none, or the browser made it up. */
export function openTyped(cookie: string | undefined): Typed | undefined {
  if (!cookie) return undefined
  try {
    return typed.safeParse(JSON.parse(Buffer.from(cookie, 'base64url').toString())).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
