import { db } from '../../platform/db/client'
import type { Editor, Member } from '../rules/roles'
import { SCOPES, type Scope } from '../rules/token-choices'
import { isTokenAlive } from '../rules/tokens'
import { accountSelect, type Standing, standingOf } from './account'

const named = (scopes: string[]) => SCOPES.filter((scope) => scopes.includes(scope))

/** A token as its owner sees it. */
export type TokenView = {
  id: string
  name: string
  scopes: Scope[]
  state: 'alive' | 'expired' | 'revoked'
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

/** Resolves to the member's own tokens, newest first. The secrets themselves are not stored. */
export async function ownTokens(editor: Editor | Member, now = new Date()): Promise<TokenView[]> {
  const rows = await db().apiToken.findMany({
    where: { accountId: editor.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      name: true,
      scopes: true,
      createdAt: true,
      expiresAt: true,
      lastUsedAt: true,
      revokedAt: true,
    },
  })
  return rows.map(({ scopes, revokedAt, ...token }) => {
    const ended = revokedAt ? 'revoked' : 'expired'
    return {
      ...token,
      scopes: named(scopes),
      state: isTokenAlive({ ...token, revokedAt }, now) ? 'alive' : ended,
    }
  })
}

/** Resolves to the member's tokens that still work. */
export const liveTokens = async (member: Member, now = new Date()): Promise<TokenView[]> =>
  (await ownTokens(member, now)).filter(({ state }) => state === 'alive')

/** The owner of a token, and what it may be used for. */
export type TokenHolder = Standing & { tokenId: string; scopes: Scope[]; lastUsedAt: Date | null }

/**
 * Resolves to the owner of the token with this hash, as the database has it now. Resolves to undefined when the token
 * ended or its account is disabled.
 */
export async function findTokenHolder(
  tokenHash: Uint8Array<ArrayBuffer>,
  now = new Date(),
): Promise<TokenHolder | undefined> {
  const token = await db().apiToken.findUnique({
    where: { tokenHash },
    select: {
      id: true,
      scopes: true,
      expiresAt: true,
      revokedAt: true,
      lastUsedAt: true,
      account: { select: accountSelect },
    },
  })
  if (!token || token.account.disabledAt || !isTokenAlive(token, now)) return undefined
  return {
    tokenId: token.id,
    scopes: named(token.scopes),
    lastUsedAt: token.lastUsedAt,
    ...standingOf(token.account),
  }
}
