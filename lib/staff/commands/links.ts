import { db, type Prisma } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { FIRST_ADMIN, hashToken, invitationPath, linkExpiry, newToken } from '../rules/links'
import { LONGEST, passwordFault, SHORTEST } from '../rules/password'
import { memberFaults, memberInput } from '../schema'
import { endAccess } from './access'
import { hashPassword } from './passwords'

type Tx = Prisma.TransactionClient

/**
 * Creates a one-time link for an account. Resolves to its token, which is returned only this once. Older links stop
 * working.
 */
export async function makeLink(tx: Tx, accountId: number, now = new Date()): Promise<string> {
  const token = newToken()
  await tx.staffLink.deleteMany({ where: { accountId, usedAt: null } })
  await tx.staffLink.create({
    data: { tokenHash: hashToken(token), accountId, expiresAt: linkExpiry(now) },
  })
  return token
}

/**
 * What the form of a link sends. Only the first admin sends a name and an address; all others were invited under
 * theirs.
 */
export type LinkInput = { password: string; email?: string; name?: string }

/**
 * Chooses a password with a one-time link. One statement both checks that the link is unused and marks it used: of two
 * requests at once one succeeds. All earlier ways into the account end. Refusals: `link_spent`, `email_taken`,
 * `invalid_request`.
 */
export async function spendLink(
  token: string,
  given: LinkInput,
  now = new Date(),
): Promise<Outcome<{ email: string }>> {
  const tokenHash = hashToken(token)
  const link = await db().staffLink.findUnique({
    where: { tokenHash },
    select: { account: { select: { id: true, email: true, name: true } } },
  })
  if (!link) return refusal('link_spent')
  const { id, ...known } = link.account
  const owner = known.email === FIRST_ADMIN ? ownerOf(given) : success(known)
  if (!owner.ok) return owner
  const fault = passwordFault(given.password, owner.value.email)
  if (fault) {
    const values = { min: SHORTEST, max: LONGEST }
    return refusal('invalid_request', [{ code: fault, path: ['password'], field: 'password', values }])
  }
  const passwordHash = await hashPassword(given.password)
  return db().$transaction(async (tx) => {
    const { email, name } = owner.value
    if (email !== known.email && (await tx.staffAccount.findUnique({ where: { email } })))
      return refusal('email_taken')
    const spent = await tx.staffLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now }, account: { disabledAt: null } },
      data: { usedAt: now },
    })
    if (!spent.count) return refusal('link_spent')
    await tx.staffAccount.update({ where: { id }, data: { passwordHash, email, name } })
    await endAccess(tx, id, ['sessions', 'tokens', 'links'], { now })
    return success({ email })
  })
}

function ownerOf({ email, name }: LinkInput): Outcome<{ email: string; name: string }> {
  const parsed = memberInput.pick({ name: true, email: true }).safeParse({ email, name })
  return parsed.success ? success(parsed.data) : refusal('invalid_request', memberFaults(parsed.error))
}

/**
 * Resolves to the set-up link of the first admin, which `npm start` prints. Resolves to undefined once an admin has a
 * password or has signed in. Each start creates a new link, and the previous one stops working.
 */
export async function firstAdminLink(origin: string, now = new Date()): Promise<string | undefined> {
  const settled = await db().staffAccount.findFirst({
    where: { role: 'admin', OR: [{ passwordHash: { not: null } }, { sessions: { some: {} } }] },
    select: { id: true },
  })
  if (settled) return undefined
  return db().$transaction(async (tx) => {
    const admin =
      (await tx.staffAccount.findFirst({
        where: { role: 'admin', disabledAt: null },
        orderBy: { id: 'asc' },
        select: { id: true },
      })) ??
      (await tx.staffAccount.create({
        data: { email: FIRST_ADMIN, name: 'Administration', role: 'admin' },
        select: { id: true },
      }))
    return new URL(invitationPath(await makeLink(tx, admin.id, now)), origin).href
  })
}
