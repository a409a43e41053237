import { setImmediate as nextTurn } from 'node:timers/promises'
import { Prisma } from '../../platform/db/client'
import type { Locale } from '../../platform/i18n/locale'
import { ZONE } from '../../platform/i18n/zone'
import type { ExportInput } from '../schema'

export type Tx = Prisma.TransactionClient
/** Which rows somebody asked for. */
export type Chosen = Pick<ExportInput, 'from' | 'to' | 'version' | 'allTexts' | 'setAside'> & {
  language: Locale
}

/** Rows of a batch: enough to keep the round trips cheap. */
const MAX_ROWS = 2_500
/** Of the first batch, before anything is known of the texts: twenty of full length in each row are few megabytes. */
const FIRST_ROWS = 50
/** UTF-16 units of texts in a batch: taking it apart and writing it holds up other requests for some 30 ms at most. */
const BATCH_LENGTH = 400_000

/** How many rows to ask for after `rows` that held texts of `length` together: at most twice as many. */
export function nextTake(rows: number, length: number): number {
  const fitting = Math.floor((rows * BATCH_LENGTH) / Math.max(length, 1))
  return Math.max(1, Math.min(fitting, 2 * rows, MAX_ROWS))
}

const FIRST_DAY = '0001-01-01'
const LAST_DAY = '9999-12-30'

/** Returns whether `time` is on a chosen day of the newsroom's calendar; both days are part of it. */
export const onChosenDay = (time: Prisma.Sql, { from = FIRST_DAY, to = LAST_DAY }: Chosen) =>
  Prisma.sql`${time} >= ${from}::date::timestamp AT TIME ZONE ${ZONE}
    AND ${time} < (${to}::date + 1)::timestamp AT TIME ZONE ${ZONE}`

/**
 * Reads batch after batch, each beginning after the last row of the one before, until one is not full. The next one is
 * asked for while the last is being written: the database and the writer work side by side. `lengthOf` is that of a row's
 * texts: the longer they are, the fewer rows are read at once.
 */
export async function* inBatches<R>(
  read: (last: R | undefined, take: number) => Promise<R[]>,
  lengthOf: (row: R) => number = () => 0,
): AsyncGenerator<R[]> {
  let take = FIRST_ROWS
  const ask = (last: R | undefined) => {
    const batch = (async () => read(last, take))()
    // What goes wrong is told when the batch is waited for, which can be later than it happens.
    batch.catch(() => undefined)
    return batch
  }
  let asked = ask(undefined)
  try {
    for (;;) {
      const rows = await asked
      const more = rows.length === take
      if (more) {
        take = nextTake(
          rows.length,
          rows.reduce((sum, row) => sum + lengthOf(row), 0),
        )
        asked = ask(rows.at(-1))
        // Prisma sends it in the next turn of the event loop. Without that turn the writer would come first.
        await nextTurn()
      }
      if (rows.length) yield rows
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
  yield* inBatches<R>((_, take) => tx.$queryRaw`FETCH ${Prisma.raw(String(take))} FROM ${cursor}`, lengthOf)
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
