import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { storedMember } from '../../../scripts/testing/staff'
import { openSession } from '../cookies'
import { findSignedIn } from '../queries/signed-in'
import { auth } from './auth'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
function signed(claims: object) {
  const body = `${encoded({ alg: 'RS256', kid: 'k' })}.${encoded(claims)}`
  return `${body}.${createSign('RSA-SHA256').update(body).sign(privateKey, 'base64url')}`
}

/** The identity provider's state: the claims of its signed-in person, and the nonce of the last request. */
const there = { claims: {} as Record<string, unknown>, nonce: '' }
let provider: Server
let issuer: string

beforeAll(async () => {
  provider = createServer((request, response) => {
    const now = Math.floor(Date.now() / 1000)
    const answers: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256' }] }),
      '/token': () => ({
        access_token: 'a',
        token_type: 'Bearer',
        id_token: signed({
          iss: issuer,
          aud: 'avis',
          sub: 's',
          iat: now,
          exp: now + 60,
          nonce: there.nonce,
          ...there.claims,
        }),
      }),
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answers[request.url ?? '']?.()))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => provider.once('listening', resolve))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
  Object.assign(process.env, {
    AVIS_OIDC_ISSUER: issuer,
    AVIS_OIDC_CLIENT_ID: 'avis',
    AVIS_OIDC_CLIENT_SECRET: 'known to both',
    AVIS_ORIGIN: 'https://avis.example',
  })
})
afterAll(() => provider.close())

/** Runs a whole sign-in. Resolves to the address where it ended and the session that it returned. */
async function roundTrip(claims: Record<string, unknown>, vers = '') {
  const jar = new Map<string, string>()
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie }
    const response = await auth.request(`/api/auth${path}`, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? []
      jar.set(name, decodeURIComponent(value))
    }
    return new URL(response.headers.get('location') ?? '', 'https://avis.example')
  }
  const asked = await send('/signin/oidc', { method: 'POST', body: new URLSearchParams({ vers }).toString() })
  expect(asked.origin).toBe(issuer)
  expect(asked.searchParams.get('redirect_uri')).toBe('https://avis.example/api/auth/callback/oidc')
  there.claims = claims
  there.nonce = asked.searchParams.get('nonce') ?? ''
  const back = new URLSearchParams({ code: 'c', state: asked.searchParams.get('state') ?? '' })
  const ended = await send(`/callback/oidc?${back}`)
  const sessionId = await openSession(jar.get('__Host-avis_staff'))
  return { ended: ended.href, email: sessionId && (await findSignedIn(sessionId))?.identity.email }
}

it('lets in an account that is there, by an address its provider has verified', async () => {
  const { email } = await storedMember('editor', { passwordHash: null })
  expect(await roundTrip({ email, email_verified: true })).toEqual({
    ended: 'https://avis.example/redaction',
    email,
  })
  const to = await roundTrip({ email: email.toUpperCase(), email_verified: true }, '/redaction/nouveau')
  expect(to).toEqual({ ended: 'https://avis.example/redaction/nouveau', email })
  expect((await roundTrip({ email, email_verified: true }, '//evil.example')).ended).toBe(
    'https://avis.example/redaction',
  )
})

it('lets in nobody else', async () => {
  const { email } = await storedMember('editor')
  const disabled = await storedMember('editor', { disabledAt: new Date() })
  for (const claims of [
    { email },
    { email, email_verified: false },
    { email, email_verified: 'true' },
    { email_verified: true },
    { email: 'personne@journal.example', email_verified: true },
    { email: disabled.email, email_verified: true },
    { email, email_verified: true, aud: 'another' },
  ])
    expect(await roundTrip(claims)).toEqual({
      ended: 'https://avis.example/connexion?refus=exterieur',
      email: undefined,
    })
})
