import { db } from './client'

/** The limiter's SQL over our one pool of connections: no second pool, and no address of the database twice. */
const client = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const given = await db().$queryRawUnsafe<Record<string, unknown>[]>(text, ...values)
    const rows = given.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) }))
    return { rows, rowCount: rows.length }
  },
}

/** Where rate-limiter-flexible counts, for all processes alike: the `throttle` table of our own database. */
export const limiterStore = {
  storeClient: client,
  storeType: 'client',
  tableName: 'throttle',
  tableCreated: true,
} as const
