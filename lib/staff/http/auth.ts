import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import CredentialsProvider from 'next-auth/providers/credentials'
import { limitBody } from '../../platform/http/body-limit'
import { hasMoreFields, SMALL_BODY } from '../../platform/http/body-size'
import { clientRequest } from '../../platform/http/client-request'
import { cookieName, readCookie } from '../../platform/http/cookie-names'
import { answerProblem } from '../../platform/http/problem-response'
import { originOf } from '../../platform/http/site-origin'
import { env } from '../../platform/runtime/env'
import { log } from '../../platform/telemetry/log'
import { refuseOtherSites } from '../../readers/csrf'
import { type Origin, type SignInResult, signIn } from '../commands/sign-in'
import { DEVICE_COOKIE, openDevice, sealDevice } from '../cookies'
import { homeOf, SIGN_IN, safePath } from '../rules/paths'
import { type SignInInput, signInInput } from '../schema'
import { type AuthAnswer, runNextAuth } from './next-auth'
import { OIDC, oidcProvider, sessionCallbacks } from './providers'
import { keepTyped } from './typed'

/** Resolves to the origin of a request, as far as limits and its owner's list of sessions need it. */
const originOfRequest = async (c: Context): Promise<Origin> => ({
  network: clientRequest(c).network,
  shared: clientRequest(c).isShared,
  userAgent: c.req.header('user-agent') ?? '',
  device: await openDevice(readCookie((name) => getCookie(c, name), DEVICE_COOKIE)),
})

/** Stores in a cookie that an account signed in from this browser. */
async function keepDevice(c: Context, { device }: Origin, accountId: number) {
  const { value, options } = await sealDevice(device, accountId)
  setCookie(c, cookieName(DEVICE_COOKIE), value, options)
}

const requestOf = async (c: Context, path: string[]) => ({
  path,
  method: c.req.method,
  query: c.req.query(),
  body: Object.fromEntries(new URLSearchParams(c.req.method === 'POST' ? await c.req.text() : '')),
  cookies: getCookie(c),
  origin: originOf(env().AVIS_ORIGIN, c.req.header('host')),
})

/** Redirects to `to`, with the cookies that next-auth set, except those that only its own pages would need. */
function goOn(c: Context, to: string, { cookies }: AuthAnswer, kept = /^(?:__Host-)?avis_staff=/) {
  for (const cookie of cookies) if (kept.test(cookie)) c.header('set-cookie', cookie, { append: true })
  return c.redirect(to, 303)
}

/** Redirects back to the sign-in page, with its message and the page that the person wanted. */
function backTo(c: Context, says: Record<string, string>, to: string | undefined) {
  return c.redirect(`${SIGN_IN}?${new URLSearchParams({ ...says, ...(to && { vers: to }) })}`, 303)
}

function sayWhy(c: Context, result: SignInResult | undefined, given: SignInInput, to: string | undefined) {
  keepTyped(c, { email: given.email, ...(result?.kind === 'code' && { ticket: result.ticket }) })
  if (result?.kind === 'wait') return backTo(c, { refus: 'attente', attente: String(result.seconds) }, to)
  if (result?.kind === 'code') return backTo(c, { etape: 'code', ...(result.wrong && { refus: 'code' }) }, to)
  // The second step without a valid ticket: the page says that its time has passed.
  return backTo(c, given.ticket ? { etape: 'code' } : { refus: 'inconnu' }, to)
}

/** The routes with which staff sign in and out: a plain form in, a redirect out, with or without JavaScript. */
export const auth = new Hono().basePath('/api/auth')

auth.use(limitBody(() => SMALL_BODY.bytes))
auth.use(refuseOtherSites)
auth.use(async (c, next) => {
  const many = c.req.method === 'POST' && hasMoreFields(await c.req.text(), SMALL_BODY.parts)
  return many ? answerProblem(c, { code: 'too_many_fields' }) : next()
})
auth.use(async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
})

auth.post('/callback/credentials', async (c) => {
  const request = await requestOf(c, ['callback', 'credentials'])
  const to = safePath(request.body.vers)
  const given = signInInput.safeParse(request.body)
  if (!given.success) return backTo(c, { refus: 'inconnu' }, to)
  const from = await originOfRequest(c)
  let result: SignInResult | undefined
  const credentials = CredentialsProvider({
    credentials: {},
    authorize: async () => {
      result = await signIn(given.data, from)
      return result.kind === 'in' ? { id: result.sessionId } : null
    },
  })
  const { options, entry } = sessionCallbacks(from, () => result)
  const answer = await runNextAuth(request, { providers: [credentials], ...options })
  const entered = entry()
  if (!entered) return sayWhy(c, result, given.data, to)
  keepTyped(c, undefined)
  await keepDevice(c, from, entered.accountId)
  return goOn(c, to ?? homeOf(entered.role), answer)
})

auth.post('/signout', async (c) => {
  const request = await requestOf(c, ['signout'])
  const { options } = sessionCallbacks(await originOfRequest(c), () => undefined)
  const answer = await runNextAuth(request, { providers: [], ...options })
  return goOn(c, `${SIGN_IN}?parti=1`, answer)
})

/**
 * The address that stands for «wherever my role begins»: no member asks for the readers' first page through the
 * sign-in.
 */
const ANYWHERE = '/'
/** Matches the cookies to keep. A sign-in at another site also needs what next-auth stores for it meanwhile. */
const ALL_OURS = /^(?:__Host-)?(?:avis_staff|avis_oidc_(?!csrf)\w+)=/

auth.post(`/signin/${OIDC}`, async (c) => {
  const provider = oidcProvider()
  if (!provider) return answerProblem(c, { code: 'not_found' })
  const request = await requestOf(c, ['signin', OIDC])
  const body = { ...request.body, callbackUrl: safePath(request.body.vers) ?? ANYWHERE }
  const answer = await runNextAuth({ ...request, body }, { providers: [provider] })
  return goOn(c, answer.location ?? SIGN_IN, answer, ALL_OURS)
})

auth.get(`/callback/${OIDC}`, async (c) => {
  const provider = oidcProvider()
  if (!provider) return answerProblem(c, { code: 'not_found' })
  const request = await requestOf(c, ['callback', OIDC])
  const { options, entry } = sessionCallbacks(await originOfRequest(c), () => undefined)
  const answer = await runNextAuth(request, { providers: [provider], ...options })
  const entered = entry()
  if (!entered) return backTo(c, { refus: 'exterieur' }, undefined)
  const next = answer.location && URL.canParse(answer.location) ? new URL(answer.location) : undefined
  const to = safePath(next && next.pathname + next.search)
  return goOn(c, to && to !== ANYWHERE ? to : homeOf(entered.role), answer, ALL_OURS)
})

auth.notFound((c) => answerProblem(c, { code: 'not_found' }))
auth.onError((error, c) => {
  log().error({ err: error, method: c.req.method, route: c.req.path }, 'request failed')
  return answerProblem(c, { code: 'internal' })
})
