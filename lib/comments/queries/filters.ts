import { Prisma } from '../../db'
import { CHECK_FAILED } from '../rules/finding'
import type { QueueQuery } from '../schema'

const sql = Prisma.sql

const like = (given: string) => `%${given.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** What narrows a queue, as conditions on comment `c` and its decision `d`. */
export function filters(query: Omit<QueueQuery, 'queue' | 'after'>): Prisma.Sql {
  const { survey, rule, from, to, q } = query
  const wanted = [
    survey !== undefined && sql`c.survey_id = (SELECT id FROM survey WHERE slug = ${survey})`,
    rule !== undefined &&
      sql`d.findings @> ${JSON.stringify([rule === CHECK_FAILED ? { skipped: 'failed' } : { rule }])}::jsonb`,
    from !== undefined && sql`c.changed_at >= ${from}::date`,
    to !== undefined && sql`c.changed_at < ${to}::date + 1`,
    q && sql`c.text ILIKE ${like(q)}`,
  ].filter((part) => typeof part === 'object')
  return wanted.length ? sql`AND ${Prisma.join(wanted, ' AND ')}` : Prisma.empty
}
