import { beforeEach, describe, expect, it, vi } from 'vitest'
import { storedMember } from '../../scripts/testing/staff'
import { db } from '../platform/db/client'
import { changeRole, disable, requireTotp } from './commands/accounts'
import { endSession, startSession } from './commands/sessions'
import { sealSession, staffCookie } from './cookies'
import { currentStaff, requireMember, requireRole } from './gate'
import { ticket } from './rules/encrypted-tokens'

const request = vi.hoisted(() => ({ cookie: undefined as string | undefined, path: '/redaction' }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) =>
      name === staffCookie().name && request.cookie ? { value: request.cookie } : undefined,
  }),
  headers: async () => new Headers({ 'x-avis-path': request.path }),
}))
vi.mock('next/navigation', () => ({
  forbidden: () => {
    throw new Error('403')
  },
  redirect: (to: string) => {
    throw new Error(to)
  },
}))

async function comeIn(role: 'moderator' | 'editor' | 'admin') {
  const member = await storedMember(role)
  const session = await startSession(member.id, 'essai')
  request.cookie = await sealSession(session)
  return { ...member, session }
}

beforeEach(() => {
  request.cookie = undefined
  request.path = '/redaction'
})

describe('the gate', () => {
  it('lets each role in where it may go, and nowhere else', async () => {
    const entered = async (held: 'moderator' | 'editor' | 'admin') => {
      await comeIn(held)
      const asked = ['moderator', 'editor', 'admin'] as const
      return Promise.all(
        asked.map((role) =>
          requireRole(role).then(
            ({ role: found }) => found,
            (error: Error) => error.message,
          ),
        ),
      )
    }
    expect(await entered('moderator')).toEqual(['moderator', '403', '403'])
    expect(await entered('editor')).toEqual(['editor', 'editor', '403'])
    expect(await entered('admin')).toEqual(['admin', 'admin', 'admin'])
  })

  it('sends nobody to sign in, to come back, but not to another site', async () => {
    await expect(requireRole('moderator')).rejects.toThrow(/^\/connexion\?vers=%2Fredaction$/)
    await expect(requireMember()).rejects.toThrow(/^\/connexion\?vers=%2Fredaction$/)
    request.path = '//evil.example'
    await expect(requireRole('moderator')).rejects.toThrow(/^\/connexion$/)
    expect(await currentStaff()).toBeUndefined()
  })

  it('takes a cookie for nothing that is damaged, made up, or of another kind', async () => {
    const { id } = await comeIn('admin')
    const good = request.cookie ?? ''
    const otherKind = await ticket.seal({ account: id, mark: '' }, process.env.AVIS_SECRET ?? '')
    const gone = await sealSession(crypto.randomUUID())
    for (const cookie of ['', 'x', good.slice(0, -2), `${good}x`, otherKind, gone, await sealSession('1')]) {
      request.cookie = cookie
      expect(await currentStaff()).toBeUndefined()
    }
  })

  it('sees at once a change of role, an end of session and a disabled account', async () => {
    const member = await comeIn('editor')
    await requireRole('editor')
    await changeRole('shell', member.id, 'moderator')
    await expect(requireRole('editor')).rejects.toThrow('403')
    await endSession(member.session)
    await expect(requireRole('moderator')).rejects.toThrow('/connexion')
    const other = await comeIn('editor')
    await disable('shell', other.id)
    await expect(requireRole('moderator')).rejects.toThrow('/connexion')
  })

  it('opens nothing but one’s own account to who owes a second factor', async () => {
    const { id } = await comeIn('admin')
    await requireTotp('shell', id, true)
    await expect(requireRole('moderator')).rejects.toThrow('/administration/compte/second-facteur')
    expect(await requireMember()).toMatchObject({ id, owesSecondFactor: true })
  })

  it('notes that a session is in use, at most once a minute', async () => {
    const { session } = await comeIn('editor')
    const seen = async () =>
      (await db().staffSession.findUniqueOrThrow({ where: { id: session } })).lastSeenAt
    const before = await seen()
    await requireRole('editor')
    expect(await seen()).toEqual(before)
    const hourAgo = new Date(Date.now() - 3600_000)
    await db().staffSession.update({ where: { id: session }, data: { lastSeenAt: hourAgo } })
    await requireRole('editor')
    expect((await seen()).getTime()).toBeGreaterThan(hourAgo.getTime())
  })
})
