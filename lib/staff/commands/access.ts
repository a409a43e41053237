import type { Prisma } from '../../platform/db/client'
import type { Role } from '../rules/roles'
import { allows } from '../rules/roles'

type Tx = Prisma.TransactionClient

/** A way into an account: a browser's session, a program's token, or a one-time link that was not used yet. */
export type Way = 'sessions' | 'tokens' | 'links'

/**
 * Ends these ways into an account for good: neither enabling the account nor another password revives one. `but` is the
 * id of a session that stays. Every change of a member's rights calls this within its own transaction
 * (docs/decisions/staff.md has the table).
 */
export async function endAccess(tx: Tx, accountId: number, ways: Way[], { now = new Date(), but = '' } = {}) {
  const alive = { accountId, revokedAt: null }
  if (ways.includes('sessions'))
    await tx.staffSession.updateMany({
      where: { ...alive, ...(but && { id: { not: but } }) },
      data: { revokedAt: now },
    })
  if (ways.includes('tokens')) await tx.apiToken.updateMany({ where: alive, data: { revokedAt: now } })
  if (ways.includes('links')) await tx.staffLink.deleteMany({ where: { accountId, usedAt: null } })
}

/**
 * Locks an account's row, so that changes that grant and changes that revoke run one after the other. Resolves to false
 * where the account is missing or disabled, or its role no longer includes `role`.
 */
export async function lockAccount(tx: Tx, id: number, role: Role): Promise<boolean> {
  const [account] = await tx.$queryRaw<{ role: Role; disabled: boolean }[]>`
    SELECT role::text AS role, disabled_at IS NOT NULL AS disabled FROM staff_account WHERE id = ${id} FOR UPDATE`
  return account !== undefined && !account.disabled && allows(account.role, role)
}
