import type { DecisionTarget } from '../../lib/comments/schema'
import { db } from '../../lib/platform/db/client'

/** Returns what a moderator sees of it now, to be sent back with a decision. */
export async function targetOf(id: string): Promise<DecisionTarget> {
  const { revision, decisionId } = await db().comment.findUniqueOrThrow({ where: { id } })
  return { comment: id, revision, seen: String(decisionId) }
}

/** Returns the outcome that a comment has now. */
export const outcomeOf = async (id: string) =>
  (await db().comment.findUniqueOrThrow({ where: { id }, select: { outcome: true } })).outcome
