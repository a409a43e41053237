import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { cookieName, cookiePath, isSecure } from '../platform/http/cookie-names'
import { env } from '../platform/runtime/env'
import { bySecretLater } from '../platform/runtime/secrets'
import type { Device } from './commands/sign-in'
import { DEVICE_SECONDS, decode, device, encode, TICKET_SECONDS } from './rules/encrypted-tokens'
import { SIGN_IN } from './rules/paths'
import { SESSION_SECONDS } from './rules/sessions'

/** Returns the cookie that carries a staff session. `__Host-` keeps a neighbouring domain from setting it. */
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

/** Returns the cookie's value: an encrypted token with the id of the session's row, and nothing else of weight. */
export const sealSession = (sessionId: string) =>
  encode({ sid: sessionId }, env().AVIS_SECRET, SESSION_SALT, SESSION_SECONDS)

/** Resolves to the session row that a cookie names, or undefined when the cookie is not ours or has expired. */
export async function openSession(cookie: string | undefined): Promise<string | undefined> {
  if (!cookie) return undefined
  return bySecretLater(
    async (secret) => claims.safeParse(await decode(cookie, secret, SESSION_SALT)).data?.sid,
  )
}

/** The cookie by which a browser is known to the accounts that signed in from it (commands/sign-in.ts). */
export const DEVICE_COOKIE = 'avis_device'
/**
 * Limits the accounts of one browser: more people do not share one. Beyond it the account with the oldest sign-in is
 * unknown there again.
 */
const MAX_ACCOUNTS = 8
const DEVICE_ID_BYTES = 16

/** Resolves to the browser that a cookie names, if it is ours. */
export const openDevice = (cookie: string | undefined) =>
  cookie ? bySecretLater((secret) => device.open(cookie, secret)) : undefined

/** Returns the cookie of a browser from which `accountId` has just signed in. */
export async function sealDevice(known: Device | undefined, accountId: number) {
  const accounts = [accountId, ...(known?.accounts ?? []).filter((id) => id !== accountId)]
  const named = known?.device ?? randomBytes(DEVICE_ID_BYTES).toString('base64url')
  const token = { device: named, accounts: accounts.slice(0, MAX_ACCOUNTS) }
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

/** The cookie that carries what was typed back to the sign-in page: the address, and the ticket of a second step. */
export const TYPED_COOKIE = 'avis_sign_in'
const typed = z.object({ email: z.string(), ticket: z.string().optional() })
/** What was typed into the sign-in page. */
export type Typed = z.output<typeof typed>

/** Returns the cookie with what was typed; without it, the one that deletes it. */
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

/** Returns what `sealTyped` wrote; undefined when there is none, or the cookie is malformed. */
export function openTyped(cookie: string | undefined): Typed | undefined {
  if (!cookie) return undefined
  try {
    return typed.safeParse(JSON.parse(Buffer.from(cookie, 'base64url').toString())).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
