import { createHash } from 'node:crypto'
import { db, type Prisma } from '../../platform/db/client'

/** A browser's own name for itself is rarely longer, and a made-up one need not be kept whole. */
const USER_AGENT_LENGTH = 300

/** Names a password's hash without telling it: what was begun with one password is not ended with another. */
export const passwordMark = (hash: string | null) =>
  createHash('sha256')
    .update(`mark\0${hash ?? ''}`)
    .digest('base64url')
    .slice(0, 16)

/**
 * Starts a session of an account that is not disabled, and whose password still has `mark` where one is given: undefined
 * where either changed since it was looked at.
 */
export const startSessionIf = (accountId: number, userAgent: string, mark?: string) =>
  db().$transaction(async (tx) => {
    const [account] = await tx.$queryRaw<{ hash: string | null }[]>`
      SELECT password_hash AS hash FROM staff_account WHERE id = ${accountId} AND disabled_at IS NULL FOR SHARE`
    if (!account || (mark !== undefined && passwordMark(account.hash) !== mark)) return undefined
    return startSession(accountId, userAgent, tx)
  })

/** Starts a session of an account; its id is what the cookie carries. */
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

/** Notes that a session is in use. One revoked meanwhile stays as it is. */
export async function noteSeen(sessionId: string, now = new Date()) {
  await db().staffSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { lastSeenAt: now },
  })
}

/** Ends one session: its cookie is nobody's from the next request on. */
export async function endSession(sessionId: string, now = new Date()) {
  await db().staffSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } })
}
