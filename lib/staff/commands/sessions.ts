/** Single sessions. Ending all access to an account is in access.ts. */
import { createHash } from 'node:crypto'
import { db, type Prisma } from '../../platform/db/client'

/** Limits the User-Agent stored: a browser's own is rarely longer, and a forged one need not be stored whole. */
const USER_AGENT_LENGTH = 300

/**
 * Returns a fingerprint of a password's hash that does not reveal it. A sign-in that began with one password cannot end
 * after the password changed.
 */
export const passwordMark = (hash: string | null) =>
  createHash('sha256')
    .update(`mark\0${hash ?? ''}`)
    .digest('base64url')
    .slice(0, 16)

/**
 * Starts a session of an account that is not disabled, and whose password still has `mark`, where one is passed.
 * Resolves to undefined where either changed since the account was read.
 */
export const startSessionIf = (accountId: number, userAgent: string, mark?: string) =>
  db().$transaction(async (tx) => {
    const [account] = await tx.$queryRaw<{ hash: string | null }[]>`
      SELECT password_hash AS hash FROM staff_account WHERE id = ${accountId} AND disabled_at IS NULL FOR SHARE`
    if (!account || (mark !== undefined && passwordMark(account.hash) !== mark)) return undefined
    return startSession(accountId, userAgent, tx)
  })

/** Starts a session of an account. Resolves to its id, which the cookie carries. */
export async function startSession(
  accountId: number,
  userAgent: string,
  tx: Pick<Prisma.TransactionClient, 'staffSession'> = db(),
): Promise<string> {
  const { id } = await tx.staffSession.create({
    data: { accountId, userAgent: userAgent.slice(0, USER_AGENT_LENGTH) },
    select: { id: true },
  })
  return id
}

/** Notes that a session is in use. A session revoked meanwhile stays as it is. */
export async function noteSeen(sessionId: string, now = new Date()) {
  await db().staffSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { lastSeenAt: now },
  })
}

/** Ends one session: its cookie stops working at the next request. */
export async function endSession(sessionId: string, now = new Date()) {
  await db().staffSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } })
}
