import type { AuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { env } from '../../platform/runtime/env'
import { endSession } from '../commands/sessions'
import { type Entry, type Origin, type SignInResult, signInByProvider } from '../commands/sign-in'

/** The name of the provider in paths and in next-auth. */
export const OIDC = 'oidc'

const profile = z.looseObject({
  sub: z.string(),
  email: z.string(),
  // An unverified address counts as unknown. An address that any person may claim must not open the account of its
  // owner.
  email_verified: z.literal(true),
})
const claims = z.object({ sid: z.uuid() })

/** Returns the newsroom's own identity provider, when the environment names one. */
export function oidcProvider(): OAuthConfig<{ sub: string }> | undefined {
  const { AVIS_OIDC_ISSUER: issuer, AVIS_OIDC_CLIENT_ID: clientId } = env()
  const clientSecret = env().AVIS_OIDC_CLIENT_SECRET
  if (!issuer || !clientId || !clientSecret) return undefined
  return {
    id: OIDC,
    name: OIDC,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email' } },
    profile: (given) => ({ id: given.sub }),
  }
}

/** Returns whether the sign-in page offers it. */
export const hasOidc = () => oidcProvider() !== undefined

/** Returns the callbacks that write the session row's id into the cookie, and end the session at sign-out. */
export function sessionCallbacks(from: Origin, byPassword: () => SignInResult | undefined) {
  let entry: Entry | undefined
  const callbacks: AuthOptions['callbacks'] = {
    signIn: async ({ account, profile: given }) => {
      const result = byPassword()
      if (result?.kind === 'in') entry = result
      if (account?.provider === OIDC) {
        const vouched = profile.safeParse(given)
        entry = vouched.success ? await signInByProvider(vouched.data.email, from) : undefined
      }
      return entry !== undefined
    },
    // Nothing else travels in the token: name, address and role are reread with each request.
    jwt: ({ token }) => (entry ? { sid: entry.sessionId } : token),
  }
  const events: AuthOptions['events'] = {
    signOut: async ({ token }) => {
      const { data } = claims.safeParse(token)
      if (data) await endSession(data.sid)
    },
  }
  return { options: { callbacks, events }, entry: () => entry }
}
