import { db } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Editor } from '../rules/roles'
import { MAX_TOKENS, TOKEN_ROLE } from '../rules/token-choices'
import { ENDED_TOKEN_DAYS, newApiToken } from '../rules/tokens'
import type { TokenInput } from '../schema'
import { endAccess, lockAccount } from './access'

const DAY_MS = 86_400_000

/**
 * Creates a token for a program of the editor's. It is returned only this once. Refusals: `too_many_tokens`,
 * `role_required`.
 */
export async function createToken(
  editor: Editor,
  { name, scopes, days }: TokenInput,
  now = new Date(),
): Promise<Outcome<{ token: string }>> {
  const { token, tokenHash } = newApiToken()
  const expiresAt = new Date(now.getTime() + days * DAY_MS)
  return db().$transaction(async (tx) => {
    // Two clicks cannot both count the same free slot, and an editor who is disabled meanwhile receives no token.
    if (!(await lockAccount(tx, editor.id, TOKEN_ROLE))) return refusal('role_required')
    const alive = { accountId: editor.id, revokedAt: null, expiresAt: { gt: now } }
    if ((await tx.apiToken.count({ where: alive })) >= MAX_TOKENS) return refusal('too_many_tokens')
    await tx.apiToken.create({ data: { accountId: editor.id, tokenHash, name, scopes, expiresAt } })
    return success({ token })
  })
}

/** Ends one token of the editor; one that ended already stays ended. */
export async function revokeToken(editor: Editor, id: string, now = new Date()): Promise<void> {
  await db().apiToken.updateMany({
    where: { id, accountId: editor.id, revokedAt: null },
    data: { revokedAt: now },
  })
}

/** Ends every token of the editor. */
export const revokeTokens = (editor: Editor, now = new Date()) =>
  endAccess(db(), editor.id, ['tokens'], { now })

/** Records when a token was used. */
export async function noteTokenUsed(id: string, now: Date): Promise<void> {
  await db().apiToken.update({ where: { id }, data: { lastUsedAt: now } })
}

/** Deletes tokens that ended more than `ENDED_TOKEN_DAYS` ago. Resolves to their number. */
export async function sweepTokens(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - ENDED_TOKEN_DAYS * DAY_MS)
  const { count } = await db().apiToken.deleteMany({
    where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
  })
  return count
}
