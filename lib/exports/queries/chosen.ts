import { Prisma } from '../../db'
import type { ExportInput } from '../schema'

export type Tx = Prisma.TransactionClient
/** Which rows somebody asked for. */
export type Chosen = Pick<ExportInput, 'from' | 'to' | 'version' | 'allTexts' | 'setAside' | 'language'>

/** Enough to keep the round trips cheap; of the longest texts there are, few enough to be held in memory. */
export const BATCH = 2_500

/** Whether `time` is on a chosen day, in UTC; both days are part of it. */
export const onChosenDay = (time: Prisma.Sql, { from, to }: Chosen) =>
  Prisma.sql`${time} >= ${from ?? '0001-01-01'}::date AND ${time} < ${to ?? '9999-12-30'}::date + 1`

/**
 * Reads batch after batch, each beginning after the last row of the one before, until one is not full. The next one is
 * asked for while the last is being written: the database and the writer work side by side.
 */
export async function* inBatches<R>(read: (last: R | undefined) => Promise<R[]>): AsyncGenerator<R[]> {
  const ask = (last: R | undefined) => {
    const batch = (async () => read(last))()
    // What goes wrong is told when the batch is waited for, which can be later than it happens.
    batch.catch(() => undefined)
    return batch
  }
  let asked = ask(undefined)
  try {
    for (;;) {
      const rows = await asked
      const more = rows.length === BATCH
      if (more) asked = ask(rows.at(-1))
      if (rows.length) yield rows
      if (!more) return
    }
  } finally {
    // Whoever stops early ends the transaction: nothing may still run in it.
    await asked.catch(() => undefined)
  }
}

/** The first number of the first row. */
export async function countOf(tx: Tx, rows: Prisma.Sql): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${rows}`
  return row?.count ?? 0
}
