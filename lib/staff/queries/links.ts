import { db } from '../../platform/db/client'
import { FIRST_ADMIN, hashToken } from '../rules/links'

/** Whom a one-time link is for, while it can be used. `asksWho`: the first admin gives name and address too. */
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
