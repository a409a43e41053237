import { db, type Prisma } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { type Admin, allows, type Role } from '../rules/roles'
import { TOKEN_ROLE } from '../rules/token-choices'
import type { MemberInput } from '../schema'
import { endAccess } from './access'
import { makeLink } from './links'

/** The person who manages staff: an admin, or the operator in the server's shell. */
export type Manager = Admin | 'shell'

type Tx = Prisma.TransactionClient
type Member = { name: string; email: string; role: Role; disabledAt: Date | null }

/**
 * Adds a member of staff. Resolves to the token of the link with which they choose their password. Refusal:
 * `email_taken`.
 */
export async function invite(_by: Manager, given: MemberInput): Promise<Outcome<{ token: string }>> {
  return db().$transaction(async (tx) => {
    const [added] = await tx.staffAccount.createManyAndReturn({
      data: [given],
      skipDuplicates: true,
      select: { id: true },
    })
    return added ? success({ token: await makeLink(tx, added.id) }) : refusal('email_taken')
  })
}

/**
 * Runs `work` on an account unless it would leave no admin. The admins' rows are locked first, in one order. Of two
 * admins who demote each other at once the second is refused. Refusals: `not_found`, `last_admin`.
 */
async function change<T>(
  id: number,
  leavesAdmin: (member: Member) => boolean,
  work: (tx: Tx, member: Member) => Promise<T>,
): Promise<Outcome<T>> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM staff_account WHERE role = 'admin' ORDER BY id FOR UPDATE`
    const member = await tx.staffAccount.findUnique({
      where: { id },
      select: { name: true, email: true, role: true, disabledAt: true },
    })
    if (!member) return refusal('not_found')
    if (member.role === 'admin' && !member.disabledAt && !leavesAdmin(member)) {
      // Admins who never signed in cannot be relied on to do so.
      const others = await tx.staffAccount.count({
        where: {
          id: { not: id },
          role: 'admin',
          disabledAt: null,
          OR: [{ passwordHash: { not: null } }, { sessions: { some: {} } }],
        },
      })
      if (!others) return refusal('last_admin')
    }
    return success(await work(tx, member))
  })
}

/**
 * Changes an account's role, with effect from its owner's next request. Resolves to the previous role. Tokens end if
 * the new role may have none.
 */
export const changeRole = (_by: Manager, id: number, role: Role): Promise<Outcome<Role>> =>
  change(
    id,
    () => role === 'admin',
    async (tx, member) => {
      await tx.staffAccount.update({ where: { id }, data: { role } })
      if (!allows(role, TOKEN_ROLE)) await endAccess(tx, id, ['tokens'])
      return member.role
    },
  )

/** Disables an account: its sessions, tokens and links end, and its next request is refused. */
export const disable = (_by: Manager, id: number): Promise<Outcome<void>> =>
  change(
    id,
    () => false,
    async (tx, member) => {
      if (member.disabledAt) return
      await tx.staffAccount.update({ where: { id }, data: { disabledAt: new Date() } })
      await endAccess(tx, id, ['sessions', 'tokens', 'links'])
    },
  )

/** Lets a disabled account sign in again. Its old sessions, tokens and links stay ended. */
export const enable = (_by: Manager, id: number): Promise<Outcome<void>> =>
  change(
    id,
    () => true,
    async (tx) => {
      await tx.staffAccount.update({ where: { id }, data: { disabledAt: null } })
    },
  )

/**
 * Sets whether an account must have a second factor. If so, its owner must set one up at the next request and can do
 * nothing else before.
 */
export const requireTotp = (_by: Manager, id: number, totpRequired: boolean): Promise<Outcome<void>> =>
  change(
    id,
    () => true,
    async (tx) => {
      await tx.staffAccount.update({ where: { id }, data: { totpRequired } })
    },
  )

/**
 * Resets the account of a person who lost password or telephone. It then has a new link, no second factor, no session
 * and no token. The old password ends too. Admins cannot reset their own account: the page that shows the link would
 * close before it is read. Refusals: `not_possible_now`, `not_found`, `last_admin`.
 */
export async function reset(
  by: Manager,
  id: number,
): Promise<Outcome<{ token: string; member: { name: string; email: string } }>> {
  if (by !== 'shell' && by.id === id) return refusal('not_possible_now')
  return change(
    id,
    () => true,
    async (tx, { name, email }) => {
      await tx.staffAccount.update({ where: { id }, data: { passwordHash: null, totpSecret: null } })
      await endAccess(tx, id, ['sessions', 'tokens'])
      return { token: await makeLink(tx, id), member: { name, email } }
    },
  )
}
