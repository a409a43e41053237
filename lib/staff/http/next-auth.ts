import { createHash, randomBytes } from 'node:crypto'
import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type AuthOptions } from 'next-auth'
import { cookieName } from '../../platform/http/cookie-names'
import { env } from '../../platform/runtime/env'
import { log } from '../../platform/telemetry/log'
import { staffCookie } from '../cookies'
import { decode, encode } from '../rules/encrypted-tokens'
import { SESSION_SECONDS } from '../rules/sessions'

/** The parts of a request on which next-auth works. */
export type AuthRequest = {
  /** callback/credentials, signout, signin/oidc, callback/oidc. */
  path: string[]
  method: string
  query: Record<string, string>
  body: Record<string, string>
  cookies: Record<string, string>
  /** The origin that staff see in their browser: https://avis.example.org. */
  origin: string
}
/** The parts of next-auth's answer that we use. */
export type AuthAnswer = { cookies: string[]; location: string | undefined }

/** Not «avis_staff…»: next-auth treats every cookie that begins like the session's as a piece of it. */
const CSRF_COOKIE = 'avis_oidc_csrf'

/**
 * Returns a token and its cookie for next-auth, which requires the same token in a cookie and in the form. Our form is
 * on no page that could set a cookie. Avis refuses other sites' posts by the headers that browsers send
 * (lib/readers/csrf.ts), so next-auth gets a fresh pair.
 */
function csrfPair() {
  const token = randomBytes(32).toString('hex')
  const hash = createHash('sha256').update(`${token}${env().AVIS_SECRET}`).digest('hex')
  return { token, cookie: `${token}|${hash}` }
}

/** Returns the options that no request changes. */
function settled(origin: string): Omit<AuthOptions, 'providers'> {
  const secure = origin.startsWith('https:')
  const short = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  const minutes = { ...short, maxAge: 15 * 60 }
  return {
    secret: env().AVIS_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    // next-auth's own functions would bring an older jose.
    jwt: {
      maxAge: SESSION_SECONDS,
      encode: ({ token = {}, secret, salt = '', maxAge = SESSION_SECONDS }) =>
        encode(token, String(secret), salt, maxAge),
      decode: async ({ token = '', secret, salt = '' }) =>
        (await decode(token, String(secret), salt)) ?? null,
    },
    cookies: {
      sessionToken: staffCookie(),
      csrfToken: { name: CSRF_COOKIE, options: short },
      callbackUrl: { name: cookieName('avis_oidc_next'), options: minutes },
      state: { name: cookieName('avis_oidc_state'), options: minutes },
      nonce: { name: cookieName('avis_oidc_nonce'), options: minutes },
      pkceCodeVerifier: { name: cookieName('avis_oidc_pkce'), options: minutes },
    },
    logger: {
      error: (code, given) =>
        log().error({ code, err: given instanceof Error ? given : given.error }, 'next-auth'),
      warn: (code) => log().warn({ code }, 'next-auth'),
      debug: () => undefined,
    },
  }
}

/**
 * Runs next-auth 4 on a request of ours. Its handler for the App Router reads cookies from Next itself, and its own
 * address from NEXTAUTH_URL. Its handler for API routes works on its arguments, so that is the one called here. It gets
 * only the parts of a request and an answer that it uses.
 */
export async function runNextAuth(
  { path, method, query, body, cookies, origin }: AuthRequest,
  options: Pick<AuthOptions, 'providers' | 'callbacks' | 'events'>,
): Promise<AuthAnswer> {
  // Without it next-auth assumes that it runs at http://localhost:3000; the host it then reads is ours, below.
  process.env.AUTH_TRUST_HOST ??= 'true'
  const { host, protocol } = new URL(origin)
  const csrf = csrfPair()
  const headers: Record<string, unknown> = {}
  const response = {
    status: () => response,
    getHeader: (name: string) => headers[name.toLowerCase()],
    setHeader: (name: string, value: unknown) => {
      headers[name.toLowerCase()] = value
      return response
    },
    json: ({ url }: { url?: string }) => {
      headers.location ??= url
    },
    send: () => undefined,
    end: () => undefined,
  }
  const request = {
    query: { ...query, nextauth: path },
    body: { ...body, csrfToken: csrf.token },
    cookies: { ...cookies, [CSRF_COOKIE]: csrf.cookie },
    headers: { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) },
    method,
  }
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, {
    ...settled(origin),
    ...options,
  })
  return {
    cookies: [(headers['set-cookie'] as string[] | undefined) ?? []].flat(),
    location: headers.location as string | undefined,
  }
}
