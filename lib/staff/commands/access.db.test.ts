import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, storedMember } from '../../../scripts/testing/staff'
import { db } from '../../platform/db/client'
import { findSignedIn } from '../queries/signed-in'
import { findTokenHolder } from '../queries/tokens'
import { hashToken } from '../rules/links'
import type { Editor, Member } from '../rules/roles'
import { apiTokenHash } from '../rules/tokens'
import { newTotpSecret } from '../rules/totp'
import { signInInput } from '../schema'
import { changeRole, disable, enable, requireTotp, reset } from './accounts'
import { changePassword } from './change-password'
import { makeLink, spendLink } from './links'
import { beginTotp, confirmTotp, endOwnSessions, removeTotp } from './own-account'
import { startSession } from './sessions'
import { signIn } from './sign-in'
import { createToken, revokeTokens } from './tokens'

const NEW = 'une toute autre phrase'
const HERE = { network: '192.0.2', userAgent: 'essai' }

/** Stores an editor with a session here and one elsewhere, a program's token, and an unused link. */
async function person(changes: Parameters<typeof storedMember>[1] = {}) {
  const identity = await storedMember('editor', changes)
  const here = await startSession(identity.id, 'ici')
  const elsewhere = await startSession(identity.id, 'ailleurs')
  const link = await db().$transaction((tx) => makeLink(tx, identity.id))
  const made = await createToken(identity as Editor, {
    name: 'Programme',
    scopes: ['exports:read'],
    days: 30,
  })
  if (!made.ok) throw new Error('no token')
  const member = { ...identity, sessionId: here, owesSecondFactor: false } as Member
  return { member, here, elsewhere, link, token: made.value.token }
}
type Person = Awaited<ReturnType<typeof person>>

/** Resolves to the ways that still lead into the account. */
async function open({ here, elsewhere, link, token }: Person) {
  const hash = apiTokenHash(token)
  const unused = await db().staffLink.findUnique({ where: { tokenHash: hashToken(link) } })
  return {
    here: Boolean(await findSignedIn(here)),
    elsewhere: Boolean(await findSignedIn(elsewhere)),
    token: Boolean(hash && (await findTokenHolder(hash))),
    link: Boolean(unused && !unused.usedAt),
  }
}

beforeEach(() => db().throttle.deleteMany())

const ALL = { here: true, elsewhere: true, token: true, link: true }
const NONE = { here: false, elsewhere: false, token: false, link: false }
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** What each change leaves open, and what undoing it leaves open: never more. */
const TABLE: [string, (one: Person) => Promise<unknown>, typeof ALL][] = [
  ['the role raised', ({ member }) => changeRole('shell', member.id, 'admin'), ALL],
  [
    'the role lowered below that of tokens',
    ({ member }) => changeRole('shell', member.id, 'moderator'),
    { ...ALL, token: false },
  ],
  ['the account disabled', ({ member }) => disable('shell', member.id), NONE],
  ['a reset by an admin or the shell', ({ member }) => reset('shell', member.id), NONE],
  ['a password chosen with a link', ({ link }) => spendLink(link, { password: NEW }), NONE],
  [
    'the password changed',
    ({ member }) => changePassword(member, PASSWORD, NEW),
    { ...ALL, elsewhere: false, link: false },
  ],
  [
    'a second factor set up',
    async ({ member }) => {
      const { secret, seal } = await beginTotp(member)
      return confirmTotp(member, seal, codeOf(secret))
    },
    { ...ALL, elsewhere: false },
  ],
  ['the second factor removed', ({ member }) => removeTotp(member, PASSWORD), { ...ALL, elsewhere: false }],
  ['a second factor required', ({ member }) => requireTotp('shell', member.id, true), ALL],
  [
    'signed out everywhere',
    ({ member }) => endOwnSessions(member),
    { ...ALL, here: false, elsewhere: false },
  ],
  ['all tokens ended', ({ member }) => revokeTokens(member as unknown as Editor), { ...ALL, token: false }],
]

describe('what still leads in after', () => {
  it.each(TABLE)('%s, and what is taken back brings nothing back', async (_, change, left) => {
    const one = await person()
    const neighbour = await person()
    expect(await open(one)).toEqual(ALL)
    await change(one)
    expect(await open(one)).toEqual(left)
    await enable('shell', one.member.id)
    await changeRole('shell', one.member.id, 'editor')
    expect(await open(one)).toEqual(left)
    expect(await open(neighbour)).toEqual(ALL)
  })
})

describe('what was begun before', () => {
  it('is not ended after: the second step of signing in with another password', async () => {
    const secret = newTotpSecret()
    const { member } = await person({ totpSecret: secret })
    const first = await signIn(signInInput.parse({ email: member.email, password: PASSWORD }), HERE)
    const ticket = first.kind === 'code' ? first.ticket : ''
    expect(ticket).not.toBe('')
    await changePassword(member, PASSWORD, NEW)
    const second = await signIn(signInInput.parse({ ticket, code: codeOf(secret) }), HERE)
    expect(second).toEqual({ kind: 'refused' })
  })

  it('is not ended after: a token asked for while the account is shut out', async () => {
    const { member } = await person()
    for (let round = 0; round < 5; round++) {
      const asked = { name: 'Programme', scopes: ['exports:read' as const], days: 30 }
      await Promise.all([
        createToken(member as unknown as Editor, asked),
        disable('shell', member.id),
        createToken(member as unknown as Editor, asked),
      ])
      expect(await db().apiToken.count({ where: { accountId: member.id, revokedAt: null } })).toBe(0)
      await enable('shell', member.id)
    }
  })

  it('is not ended after: a sign-in that was checked while the password was reset', async () => {
    for (let round = 0; round < 3; round++) {
      const { member } = await person()
      await Promise.all([
        signIn(signInInput.parse({ email: member.email, password: PASSWORD }), HERE),
        reset('shell', member.id),
      ])
      expect(await db().staffSession.count({ where: { accountId: member.id, revokedAt: null } })).toBe(0)
    }
  })
})
