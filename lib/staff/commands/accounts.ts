import { db, type Prisma } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { type Admin, allows, type Role } from '../rules/roles'
import { TOKEN_ROLE } from '../rules/token-choices'
import type { MemberInput } from '../schema'
import { endAccess } from './access'
import { makeLink } from './links'

/** Who manages staff: an admin, or whoever holds the server and its shell. */
export type Manager = Admin | 'shell'

type Tx = Prisma.TransactionClient
type Member = { name: string; email: string; role: Role; disabledAt: Date | null }

/** Adds a member of staff; the token is of the link with which they choose their password. */
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
 * Runs `change` on an account unless it would leave nobody to administer. The admins' rows are locked first, in
 * one order: of two admins who demote each other at once the second is refused.
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
      // An admin who never signed in cannot be relied on to do so.
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
 * Gives an account another role, from its owner's next request on; returns the one it had. Tokens end with a role that
 * may have none.
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

/** Shuts an account out: its sessions, tokens and links end, and its next request is nobody's. */
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

/** Whether an account must have a second factor: from the next request on it sets one up or does nothing. */
export const requireTotp = (_by: Manager, id: number, totpRequired: boolean): Promise<Outcome<void>> =>
  change(
    id,
    () => true,
    async (tx) => {
      await tx.staffAccount.update({ where: { id }, data: { totpRequired } })
    },
  )

/**
 * For who lost password or telephone: a new link, no second factor, no session, no token. The old password ends too. Not
 * for oneself: the page that shows the link would close before it is read.
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
