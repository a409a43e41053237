import { db } from '../../platform/db/client'
import { FIRST_ADMIN, hashToken } from '../rules/links'

/**
 * Resolves to the person for whom a one-time link is, while it can be used. `asksWho` is true for the first admin, who
 * must enter name and address too.
 */
export async function findLink(token: string, now = new Date()) {
  const link = await db().staffLink.findFirst({
    where: {
      tokenHash: hashToken(token),
      usedAt: null,
      expiresAt: { gt: now },
      account: { disabledAt: null },
    },
    select: { account: { select: { name: true, email: true } } },
  })
  return link && { ...link.account, asksWho: link.account.email === FIRST_ADMIN }
}
