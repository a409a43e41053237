import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, storedMember } from '../../../scripts/testing/staff'
import { db } from '../../platform/db/client'
import { countNetwork, LIMITS, MANY } from '../commands/throttle'
import { openSession, openTyped } from '../cookies'
import { findSignedIn } from '../queries/signed-in'
import { newTotpSecret } from '../rules/totp'
import { auth } from './auth'

/** A browser as far as signing in sees one: it posts forms, keeps cookies, and does not follow redirects. */
class Browser {
  readonly cookies = new Map<string, string>()

  async post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await auth.request(`http://avis.example/api/auth${path}`, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        host: 'avis.example',
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': '192.0.2.7',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? []
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    return { status: response.status, to: response.headers.get('location'), response }
  }

  signIn = (form: Record<string, string>) => this.post('/callback/credentials', form)

  async signedIn() {
    const sessionId = await openSession(this.cookies.get('avis_staff'))
    return sessionId && (await findSignedIn(sessionId))
  }
}

beforeEach(() => db().throttle.deleteMany())

describe('the sign-in form', () => {
  it('signs in by cookie and goes where one’s role begins', async () => {
    const { email } = await storedMember('editor')
    const browser = new Browser()
    const answer = await browser.signIn({ email, password: PASSWORD })
    expect(answer).toMatchObject({ status: 303, to: '/redaction' })
    expect(await browser.signedIn()).toMatchObject({ identity: { email, role: 'editor' } })
    const cookie = answer.response.headers.getSetCookie().find((line) => line.startsWith('avis_staff='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect([...browser.cookies.keys()]).toEqual(['avis_device', 'avis_staff'])
  })

  it('goes back to where one came from, and never to another site', async () => {
    const { email } = await storedMember('editor')
    const goes = async (vers: string) =>
      (await new Browser().signIn({ email, password: PASSWORD, vers, callbackUrl: vers })).to
    expect(await goes('/redaction/nouveau?a=1')).toBe('/redaction/nouveau?a=1')
    expect(await goes('https://evil.example/')).toBe('/redaction')
    expect(await goes('//evil.example/')).toBe('/redaction')
  })

  it('says no in one way, and keeps the address that was typed', async () => {
    const { email } = await storedMember('editor')
    const answers = []
    for (const typed of [email, 'personne@journal.example']) {
      const browser = new Browser()
      const { status, to } = await browser.signIn({ email: typed, password: 'faux', vers: '/redaction' })
      answers.push({ status, to })
      expect(openTyped(browser.cookies.get('avis_sign_in'))).toEqual({ email: typed })
      expect(await browser.signedIn()).toBeFalsy()
    }
    expect(answers[0]).toEqual({ status: 303, to: '/connexion?refus=inconnu&vers=%2Fredaction' })
    expect(answers[1]).toEqual(answers[0])
  })

  it('asks for the code of a second factor in a step of its own', async () => {
    const totpSecret = newTotpSecret()
    const { email } = await storedMember('moderator', { totpSecret })
    const browser = new Browser()
    expect((await browser.signIn({ email, password: PASSWORD })).to).toBe('/connexion?etape=code')
    expect(await browser.signedIn()).toBeFalsy()
    const ticket = openTyped(browser.cookies.get('avis_sign_in'))?.ticket ?? ''
    expect((await browser.signIn({ ticket, code: '12' })).to).toBe('/connexion?etape=code&refus=code')
    const code = new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate()
    expect((await browser.signIn({ ticket, code })).to).toBe('/moderation')
    expect(await browser.signedIn()).toMatchObject({ identity: { email } })
  })

  it('says that the time for the code has passed', async () => {
    const browser = new Browser()
    expect((await browser.signIn({ ticket: 'hier', code: '123456' })).to).toBe('/connexion?etape=code')
    expect(openTyped(browser.cookies.get('avis_sign_in'))?.ticket).toBeUndefined()
  })

  it('says how long to wait', async () => {
    const form = { email: 'personne@journal.example', password: 'faux' }
    for (let n = 0; n < 10; n++) await new Browser().signIn(form)
    expect((await new Browser().signIn(form)).to).toMatch(/^\/connexion\?refus=attente&attente=\d+$/)
  })

  it('believes only the last of the forwarded addresses', async () => {
    const wrong = { email: 'personne@journal.example', password: 'faux' }
    const from = { network: '203.0.113', shared: true }
    for (let n = 1; n < LIMITS.network.points * MANY; n++) await countNetwork('network', from)
    const post = (n: number) =>
      new Browser().post('/callback/credentials', wrong, {
        'x-forwarded-for': `10.${n}.0.1, 203.0.113.${n}`,
      })
    expect((await post(1)).to).toContain('refus=inconnu')
    const more = await post(2)
    expect(more.to).toContain('refus=attente')
  })

  it('lets a browser in that the account has come in from, whatever others spent, and no made-up one', async () => {
    const { email } = await storedMember('editor')
    const other = await storedMember('editor')
    const [known, neighbour, stranger] = [new Browser(), new Browser(), new Browser()]
    const right = { email, password: PASSWORD }
    expect((await known.signIn(right)).to).toBe('/redaction')
    await neighbour.signIn({ email: other.email, password: PASSWORD })
    for (let n = 0; n < 12; n++) await new Browser().signIn({ email, password: 'faux' })
    stranger.cookies.set('avis_device', `${known.cookies.get('avis_device')?.slice(0, -2)}xx`)
    expect((await stranger.signIn(right)).to).toContain('refus=attente')
    expect((await neighbour.signIn(right)).to).toContain('refus=attente')
    expect((await known.signIn(right)).to).toBe('/redaction')
  })

  it('is refused from another site', async () => {
    const { email } = await storedMember('editor')
    const answer = await new Browser().post(
      '/callback/credentials',
      { email, password: PASSWORD },
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    )
    expect(answer.status).toBe(403)
  })

  it('takes nothing too long to be typed', async () => {
    expect((await new Browser().signIn({ email: 'a', password: 'x'.repeat(20_000) })).status).toBe(413)
    const long = await new Browser().signIn({ email: 'a', password: 'x'.repeat(2_000) })
    expect(long.to).toBe('/connexion?refus=inconnu')
  })
})

describe('signing out', () => {
  it('ends the session for a client that kept the cookie', async () => {
    const { email } = await storedMember('editor')
    const browser = new Browser()
    await browser.signIn({ email, password: PASSWORD })
    const thief = new Browser()
    thief.cookies.set('avis_staff', browser.cookies.get('avis_staff') ?? '')
    expect(await thief.signedIn()).toBeTruthy()
    expect((await browser.post('/signout', {})).to).toBe('/connexion?parti=1')
    expect(browser.cookies.has('avis_staff')).toBe(false)
    expect(await thief.signedIn()).toBeFalsy()
  })

  it('does no harm to who is not signed in', async () => {
    expect(await new Browser().post('/signout', {})).toMatchObject({ status: 303, to: '/connexion?parti=1' })
  })
})

it('offers nothing else of next-auth', async () => {
  for (const path of ['/session', '/csrf', '/providers', '/signin', '/signout', '/error', '/callback/oidc'])
    expect([path, (await auth.request(`/api/auth${path}`)).status]).toEqual([path, 404])
  for (const path of ['/_log', '/session', '/signin/credentials', '/signin/oidc'])
    expect([path, (await new Browser().post(path, {})).status]).toEqual([path, 404])
})
