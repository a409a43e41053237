import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PASSWORD, storedMember } from '../../../scripts/testing/staff'
import { db } from '../../platform/db/client'
import { IPV6_PREFIXES } from '../../platform/http/client-address'
import { findSignedIn } from '../queries/signed-in'
import { newTotpSecret } from '../rules/totp'
import { type SignInInput, signInInput } from '../schema'
import { disable } from './accounts'
import { endSession } from './sessions'
import { type Origin, signIn, signInByProvider } from './sign-in'
import { countNetwork, LIMITS, PAUSES } from './throttle'

const verify = vi.hoisted(() => vi.fn())
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  verify.mockImplementation(argon2.verify)
  return { ...argon2, verify }
})

const HERE = { network: '192.0.2', userAgent: 'essai' }
const attempt = (given: Partial<SignInInput>, from: Origin = HERE, now = new Date()) =>
  signIn(signInInput.parse(given), from, now)
const code = (secret: string, now: Date, shift = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() + shift * 30_000 })

beforeEach(async () => {
  await db().throttle.deleteMany()
  verify.mockClear()
})

describe('signing in', () => {
  it('starts a session, and notes it', async () => {
    const { id, email } = await storedMember('editor')
    const result = await attempt({ email: ` ${email.toUpperCase()} `, password: PASSWORD })
    expect(result).toMatchObject({ kind: 'in', role: 'editor' })
    const sessionId = result.kind === 'in' ? result.sessionId : ''
    expect(await findSignedIn(sessionId)).toMatchObject({ identity: { id, email } })
    expect(await db().signIn.findMany({ where: { accountId: id }, select: { outcome: true } })).toEqual([
      { outcome: 'in' },
    ])
  })

  it('answers the same to an unknown address, a wrong password, a disabled account and one without password, each after verifying one hash', async () => {
    const member = await storedMember('editor')
    const disabled = await storedMember('editor', { disabledAt: new Date() })
    const invited = await storedMember('editor', { passwordHash: null })
    for (const given of [
      { email: 'personne@journal.example', password: PASSWORD },
      { email: member.email, password: 'pas le bon mot de passe' },
      { email: disabled.email, password: PASSWORD },
      { email: invited.email, password: PASSWORD },
      { email: '', password: '' },
    ]) {
      verify.mockClear()
      expect(await attempt(given)).toEqual({ kind: 'refused' })
      expect([given.email, verify.mock.calls.length]).toEqual([given.email, 1])
      // At the same cost: the parameters are part of the hash.
      expect(verify.mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    }
  })

  it('ends with the session, and with the account, at the next look', async () => {
    const member = await storedMember('editor')
    const sessions = [1, 2].map(() => attempt({ email: member.email, password: PASSWORD }))
    const [one, two] = (await Promise.all(sessions)).map((result) =>
      result.kind === 'in' ? result.sessionId : '',
    )
    await endSession(one ?? '')
    expect(await findSignedIn(one ?? '')).toBeUndefined()
    expect(await findSignedIn(two ?? '')).toBeDefined()
    await disable('shell', member.id)
    expect(await findSignedIn(two ?? '')).toBeUndefined()
  })
})

describe('the limits', () => {
  it('make an address wait after so many wrong passwords, existing or not, and the right one too', async () => {
    const { email } = await storedMember('editor')
    for (const address of [email, 'personne@journal.example']) {
      for (let n = 0; n < PAUSES[0].points; n++)
        expect(await attempt({ email: address, password: 'pas le bon mot de passe' })).toEqual({
          kind: 'refused',
        })
      verify.mockClear()
      const held = await attempt({ email: address, password: PASSWORD })
      expect(held.kind).toBe('wait')
      expect(held.kind === 'wait' && held.seconds).toBeGreaterThan(PAUSES[0].duration - 60)
      expect(verify).not.toHaveBeenCalled()
    }
  })

  it('cannot be passed by trying at once', async () => {
    const { email } = await storedMember('editor')
    const many = Array.from({ length: 30 }, () => attempt({ email, password: 'pas le bon mot de passe' }))
    const results = await Promise.all(many)
    expect(results.filter(({ kind }) => kind === 'refused')).toHaveLength(PAUSES[0].points)
  })

  it('forget wrong passwords once the right one came', async () => {
    const { email } = await storedMember('editor')
    for (let round = 0; round < 2; round++) {
      for (let n = 1; n < PAUSES[0].points; n++) await attempt({ email, password: 'pas le bon mot de passe' })
      expect((await attempt({ email, password: PASSWORD })).kind).toBe('in')
    }
  })

  it('make a network wait that tries many addresses, and its wider ones', async () => {
    const wait = async (network: string) =>
      (await attempt({ email: 'autre@journal.example' }, { ...HERE, network })).kind
    for (let n = 0; n < LIMITS.network.points; n++)
      await attempt({ email: `${n}@journal.example` }, { ...HERE, network: '198.51.100' })
    expect(await wait('198.51.100')).toBe('wait')
    const link = (n: number) => `20010db80001${((n * 257) & 0xffff).toString(16).padStart(4, '0')}`
    for (let n = 0; n < LIMITS.network.points * IPV6_PREFIXES[2].share; n++)
      expect(await countNetwork('network', { network: link(n) })).toBeUndefined()
    expect(await wait(link(9999))).toBe('wait')
    expect(await wait('20010db800020001')).toBe('refused')
    expect((await attempt({ email: 'autre@journal.example' })).kind).toBe('refused')
  })

  it('shut nobody out by an address that all share: sixty wrong tries, and their own still work', async () => {
    for (const shared of [
      { ...HERE, network: undefined },
      { ...HERE, shared: true },
    ]) {
      const { email } = await storedMember('editor')
      for (let n = 0; n < LIMITS.network.points + 5; n++)
        await attempt({ email: `${n}@journal.example`, password: 'x' }, shared)
      expect((await attempt({ email, password: PASSWORD }, shared)).kind).toBe('in')
    }
  })

  it('let an account in from a browser it knows, whatever others spent on it and on its network', async () => {
    const { id, email } = await storedMember('editor')
    const known = { ...HERE, device: { device: 'd1', accounts: [id] } }
    const others = { ...HERE, device: { device: 'd2', accounts: [id + 1] } }
    for (let n = 0; n < LIMITS.network.points + 5; n++)
      await attempt({ email: n % 2 ? email : `${n}@journal.example`, password: 'pas le bon mot de passe' })
    expect((await attempt({ email, password: PASSWORD })).kind).toBe('wait')
    expect((await attempt({ email, password: PASSWORD }, others)).kind).toBe('wait')
    expect((await attempt({ email, password: PASSWORD }, known)).kind).toBe('in')
    // Its mistakes are counted too, apart from those of others.
    for (let n = 0; n < LIMITS.device.points; n++)
      expect((await attempt({ email, password: 'pas le bon mot de passe' }, known)).kind).toBe('refused')
    expect((await attempt({ email, password: PASSWORD }, known)).kind).toBe('wait')
  })

  it('make an account wait from one network, and let it in from another', async () => {
    const { email } = await storedMember('editor')
    for (let n = 0; n < PAUSES[0].points; n++) await attempt({ email, password: 'pas le bon mot de passe' })
    expect((await attempt({ email, password: PASSWORD })).kind).toBe('wait')
    expect((await attempt({ email, password: PASSWORD }, { ...HERE, network: '203.0.113' })).kind).toBe('in')
  })

  it('pause longer each time for who goes on', async () => {
    const { email } = await storedMember('editor')
    const steps: number[] = []
    const passed = async (step: number) => {
      const names = ['network', 'account', ...PAUSES.slice(0, step + 1).map((_, n) => `pause${n}`)]
      for (const name of names) await db().throttle.deleteMany({ where: { key: { startsWith: `${name}:` } } })
    }
    // The test waits for each pause, and then goes on guessing.
    for (let n = 0; n < 60 && !steps.includes(PAUSES.length - 1); n++) {
      const given = await attempt({ email, password: 'pas le bon mot de passe' })
      if (given.kind !== 'wait') continue
      const step = PAUSES.findIndex(({ duration }) => given.seconds <= duration)
      steps.push(step)
      await passed(step)
    }
    expect([...new Set(steps)]).toEqual([0, 1, 2])
  })

  it('keep neither addresses nor networks', async () => {
    await attempt({ email: 'personne@journal.example', password: 'x' })
    const kept = JSON.stringify((await db().throttle.findMany()).map(({ key }) => key))
    expect(kept).not.toMatch(/personne|192\.0\.2/)
  })
})

describe('a second factor', () => {
  const secret = newTotpSecret()
  const now = new Date()
  async function ticketOf(email: string) {
    const first = await attempt({ email, password: PASSWORD })
    if (first.kind !== 'code') throw new Error(`expected to be asked for a code, got ${first.kind}`)
    return first.ticket
  }

  it('is asked for after the right password only, and lets in', async () => {
    const { email } = await storedMember('editor', { totpSecret: secret })
    expect((await attempt({ email, password: 'pas le bon mot de passe' })).kind).toBe('refused')
    const ticket = await ticketOf(email)
    expect(await attempt({ ticket, code: '000000' }, HERE, new Date(0))).toMatchObject({
      kind: 'code',
      wrong: true,
    })
    expect((await attempt({ ticket, code: code(secret, now) }, HERE, now)).kind).toBe('in')
  })

  it('takes a code once', async () => {
    const { email } = await storedMember('editor', { totpSecret: secret })
    const ticket = await ticketOf(email)
    const given = { ticket, code: code(secret, now) }
    const uses = await Promise.all([1, 2, 3].map(() => attempt(given, HERE, now)))
    expect(uses.filter(({ kind }) => kind === 'in')).toHaveLength(1)
    expect((await attempt({ ticket, code: code(secret, now, 1) }, HERE, now)).kind).toBe('in')
  })

  it('cannot be guessed: so many wrong codes, then wait', async () => {
    const { email } = await storedMember('editor', { totpSecret: secret })
    const ticket = await ticketOf(email)
    for (let n = 0; n < LIMITS.code.points; n++)
      expect((await attempt({ ticket, code: 'faux' }, HERE, now)).kind).toBe('code')
    expect((await attempt({ ticket, code: code(secret, now) }, HERE, now)).kind).toBe('wait')
  })

  it('does not help who was disabled meanwhile, nor a made-up ticket', async () => {
    const { id, email } = await storedMember('editor', { totpSecret: secret })
    const ticket = await ticketOf(email)
    await disable('shell', id)
    expect((await attempt({ ticket, code: code(secret, now) }, HERE, now)).kind).toBe('refused')
    expect((await attempt({ ticket: 'inventé', code: code(secret, now) }, HERE, now)).kind).toBe('refused')
  })
})

describe('the house’s own identity provider', () => {
  it('opens accounts that are there and not disabled, and makes none', async () => {
    const { email } = await storedMember('moderator', { passwordHash: null })
    const disabled = await storedMember('moderator', { disabledAt: new Date() })
    expect(await signInByProvider(email.toUpperCase(), HERE)).toMatchObject({ role: 'moderator' })
    expect(await signInByProvider(disabled.email, HERE)).toBeUndefined()
    const before = await db().staffAccount.count()
    expect(await signInByProvider('personne@journal.example', HERE)).toBeUndefined()
    expect(await db().staffAccount.count()).toBe(before)
  })
})
