import { db } from '../../db'
import { type Outcome, refusal, success } from '../../errors'
import type { Editor } from '../rules/roles'
import { MOST_TOKENS } from '../rules/token-choices'
import { ENDED_TOKEN_DAYS, newApiToken } from '../rules/tokens'
import type { TokenInput } from '../schema'

const DAY_MS = 86_400_000

/** A token for a program of one's own; it is returned this once. Refusal: `too_many_tokens`. */
export async function createToken(
  editor: Editor,
  { name, scopes, days }: TokenInput,
  now = new Date(),
): Promise<Outcome<{ token: string }>> {
  const { token, tokenHash } = newApiToken()
  const expiresAt = new Date(now.getTime() + days * DAY_MS)
  const made = await db().$transaction(async (tx) => {
    // Locked, so that two clicks cannot both count the same free place.
    await tx.$queryRaw`SELECT id FROM staff_account WHERE id = ${editor.id} FOR UPDATE`
    const alive = { accountId: editor.id, revokedAt: null, expiresAt: { gt: now } }
    if ((await tx.apiToken.count({ where: alive })) >= MOST_TOKENS) return false
    await tx.apiToken.create({ data: { accountId: editor.id, tokenHash, name, scopes, expiresAt } })
    return true
  })
  return made ? success({ token }) : refusal('too_many_tokens')
}

/** Ends one of one's own tokens; one that ended already stays so. */
export async function revokeToken(editor: Editor, id: string, now = new Date()): Promise<void> {
  await db().apiToken.updateMany({
    where: { id, accountId: editor.id, revokedAt: null },
    data: { revokedAt: now },
  })
}

/** Writes down that a token was used. */
export async function noteTokenUsed(id: string, now: Date): Promise<void> {
  await db().apiToken.update({ where: { id }, data: { lastUsedAt: now } })
}

/** Forgets tokens that ended a while ago. Resolves to how many. */
export async function sweepTokens(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - ENDED_TOKEN_DAYS * DAY_MS)
  const { count } = await db().apiToken.deleteMany({
    where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
  })
  return count
}
