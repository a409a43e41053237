import { Prisma } from '../../platform/db/client'
import { onDays } from '../../platform/db/days'
import { CHECK_FAILED } from '../rules/finding'
import { searchQuery } from '../rules/search'
import type { QueueQuery } from '../schema'

const sql = Prisma.sql

/** Matches a comment that contains `typed`: by words, or by the exact characters where it has none (an emoji). */
const says = (typed: string) => {
  const words = searchQuery(typed)
  return words === undefined ? sql`strpos(c.text, ${typed}) > 0` : sql`c.search @@ ${words}::tsquery`
}

/** Returns the filters of a queue, as conditions on comment `c` and its decision `d`. */
export function filters(query: Omit<QueueQuery, 'queue' | 'after'>): Prisma.Sql {
  const { survey, rule, from, to, q } = query
  const wanted = [
    survey !== undefined && sql`c.survey_id = (SELECT id FROM survey WHERE slug = ${survey})`,
    rule !== undefined &&
      sql`d.findings @> ${JSON.stringify([rule === CHECK_FAILED ? { skipped: 'failed' } : { rule }])}::jsonb`,
    (from ?? to) !== undefined && onDays(sql`c.changed_at`, { from, to }),
    q && says(q),
  ].filter((part) => typeof part === 'object')
  return wanted.length ? sql`AND ${Prisma.join(wanted, ' AND ')}` : Prisma.empty
}
