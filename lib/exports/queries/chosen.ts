import { setImmediate as nextTurn } from 'node:timers/promises'
import { Prisma } from '../../platform/db/client'
import type { Locale } from '../../platform/i18n/locale'
import type { ExportInput } from '../schema'

export type Tx = Prisma.TransactionClient
/** Which rows somebody asked for. */
export type Chosen = Pick<ExportInput, 'from' | 'to' | 'version' | 'allTexts' | 'setAside'> & {
  language: Locale
}

/** Rows of a batch of ballots, which are one text: enough to keep the round trips cheap. */
const MAX_ROWS = 2_500
/** Rows of a batch whose every cell is an object of its own. */
const FETCHED_ROWS = 500
/** Of the first batch, before anything is known of the texts: twenty of full length in each row are few megabytes. */
const FIRST_ROWS = 50
/** UTF-16 units in a batch: taking it apart and writing it holds up other requests for some 30 ms at most. */
const BATCH_LENGTH = 400_000

/** How many rows to ask for after `rows` whose length was `length` together: at most twice as many. */
export function nextTake({ rows, length }: Size, most = MAX_ROWS): number {
  const fitting = Math.floor((rows * BATCH_LENGTH) / Math.max(length, 1))
  return Math.max(1, Math.min(fitting, 2 * rows, most))
}

/** Of a batch: how many rows it has, and how many UTF-16 units they take together. */
type Size = { rows: number; length: number }

/** Returns how to measure batches of rows that `lengthOf` measures one by one. */
export const sizeOfRows =
  <R>(lengthOf: (row: R) => number = () => 0) =>
  (rows: R[]): Size => ({ rows: rows.length, length: rows.reduce((sum, row) => sum + lengthOf(row), 0) })

/**
 * Reads batch after batch, each beginning after the one before, until one is not full. The next one is asked for while
 * the last is being written: the database and the writer work side by side. The longer the rows of a batch are by
 * `sizeOf`, the fewer are read at once, and never more than `most`.
 */
export async function* inBatches<B>(
  read: (last: B | undefined, take: number) => Promise<B>,
  sizeOf: (batch: B) => Size,
  most?: number,
): AsyncGenerator<B> {
  let take = FIRST_ROWS
  const ask = (last: B | undefined) => {
    const batch = (async () => read(last, take))()
    // What goes wrong is told when the batch is waited for, which can be later than it happens.
    batch.catch(() => undefined)
    return batch
  }
  let asked = ask(undefined)
  try {
    for (;;) {
      const batch = await asked
      const size = sizeOf(batch)
      const more = size.rows === take
      if (more) {
        take = nextTake(size, most)
        asked = ask(batch)
        // Prisma sends it in the next turn of the event loop. Without that turn the writer would come first.
        await nextTurn()
      }
      if (size.rows) yield batch
      if (!more) return
    }
  } finally {
    // A caller that stops early ends the transaction: nothing may still run in it.
    await asked.catch(() => undefined)
  }
}

/**
 * Reads the rows of `query` in batches, by a cursor of the transaction: they are joined and sorted once. With a query for
 * each batch the work would grow with the square of the rows where no index has their order.
 */
export async function* byCursor<R>(
  tx: Tx,
  name: string,
  query: Prisma.Sql,
  lengthOf?: (row: R) => number,
): AsyncGenerator<R[]> {
  const cursor = Prisma.raw(name)
  await tx.$executeRaw`DECLARE ${cursor} NO SCROLL CURSOR FOR ${query}`
  yield* inBatches<R[]>(
    (_, take) => tx.$queryRaw`FETCH ${Prisma.raw(String(take))} FROM ${cursor}`,
    sizeOfRows(lengthOf),
    FETCHED_ROWS,
  )
  await tx.$executeRaw`CLOSE ${cursor}`
}

/** Returns whether a question is of the chosen version. */
export const ofChosenVersion = ({ version }: Chosen) =>
  version === undefined ? Prisma.sql`true` : Prisma.sql`q.version = ${version}`

/** The first number of the first row. */
export async function countOf(tx: Tx, rows: Prisma.Sql): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${rows}`
  return row?.count ?? 0
}
