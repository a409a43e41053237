import { db } from './client'

/** Runs the limiter's SQL over our one pool: no second pool, and no second copy of the database's address. */
const client = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const given = await db().$queryRawUnsafe<Record<string, unknown>[]>(text, ...values)
    const rows = given.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) }))
    return { rows, rowCount: rows.length }
  },
}

/** The store in which rate-limiter-flexible counts for all processes: the `throttle` table of our own database. */
export const limiterStore = {
  storeClient: client,
  storeType: 'client',
  tableName: 'throttle',
  tableCreated: true,
} as const
