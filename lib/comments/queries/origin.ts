import { db, Prisma } from '../../platform/db/client'

/**
 * Selects one `column` of the decision that decision `d` copies. An undo stores once more the decision that held
 * before, and people were notified of that one. Null where `d` is no copy.
 */
export const originColumn = (column: 'id' | 'at') => Prisma.sql`
  CASE WHEN d.undoes IS NOT NULL THEN (
    SELECT o.${Prisma.raw(column)} FROM decision o
    WHERE o.comment_id = d.comment_id AND o.revision = d.revision AND o.id < d.id AND o.undoes IS NULL
      AND NOT EXISTS (SELECT FROM decision u WHERE u.undoes = o.id)
    ORDER BY o.id DESC LIMIT 1
  ) END`

/** Returns the time and the number of a decision, or of its original if it is the copy that an undo stored. */
export async function originOf(decision: { id: bigint; at: Date; undoes: bigint | null }) {
  if (decision.undoes === null) return decision
  const [origin] = await db().$queryRaw<{ id: bigint | null; at: Date | null }[]>`/* originOf */
    SELECT ${originColumn('id')} AS id, ${originColumn('at')} AS at FROM decision d WHERE d.id = ${decision.id}`
  return { id: origin?.id ?? decision.id, at: origin?.at ?? decision.at }
}
