import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { cookieName, cookiePath, isSecure } from '../platform/http/cookie-names'
import { env } from '../platform/runtime/env'
import { bySecretLater } from '../platform/runtime/secrets'
import type { Device } from './commands/sign-in'
import { SIGN_IN } from './rules/paths'
import { DEVICE_SECONDS, decode, device, encode, TICKET_SECONDS } from './rules/seals'
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

/** By which a browser is known to the accounts that signed in from it (commands/sign-in.ts). */
export const DEVICE_COOKIE = 'avis_device'
/** More people do not share a browser: the one who came in longest ago is a stranger in it again. */
const MOST_ACCOUNTS = 8
const DEVICE_ID_BYTES = 16

export const openDevice = (cookie: string | undefined) =>
  cookie ? bySecretLater((secret) => device.open(cookie, secret)) : undefined

/** The cookie of a browser that `accountId` has just signed in from. */
export async function sealDevice(known: Device | undefined, accountId: number) {
  const accounts = [accountId, ...(known?.accounts ?? []).filter((id) => id !== accountId)]
  const named = known?.device ?? randomBytes(DEVICE_ID_BYTES).toString('base64url')
  const token = { device: named, accounts: accounts.slice(0, MOST_ACCOUNTS) }
  return {
    value: await device.seal(token, env().AVIS_SECRET),
    options: {
      path: cookiePath('/api/auth'),
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure(),
      maxAge: DEVICE_SECONDS,
    } as const,
  }
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
