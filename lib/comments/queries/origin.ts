import { db, Prisma } from '../../platform/db/client'

/**
 * The decision of which decision `d` is the copy, as a subquery of one `column`: an undo writes down once more what
 * held before, and that is still the decision people were told of. Null where `d` is no copy.
 */
export const originColumn = (column: 'id' | 'at') => Prisma.sql`
  CASE WHEN d.undoes IS NOT NULL THEN (
    SELECT o.${Prisma.raw(column)} FROM decision o
    WHERE o.comment_id = d.comment_id AND o.revision = d.revision AND o.id < d.id AND o.undoes IS NULL
      AND NOT EXISTS (SELECT FROM decision u WHERE u.undoes = o.id)
    ORDER BY o.id DESC LIMIT 1
  ) END`

/** When and under which number a decision was taken, for one that may be the copy an undo made. */
export async function originOf(decision: { id: bigint; at: Date; undoes: bigint | null }) {
  if (decision.undoes === null) return decision
  const [origin] = await db().$queryRaw<{ id: bigint | null; at: Date | null }[]>`/* originOf */
    SELECT ${originColumn('id')} AS id, ${originColumn('at')} AS at FROM decision d WHERE d.id = ${decision.id}`
  return { id: origin?.id ?? decision.id, at: origin?.at ?? decision.at }
}
