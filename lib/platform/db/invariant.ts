import type { Prisma } from './generated/prisma/client'

/** One row that breaks an invariant: which row, and what is wrong with it. It never contains a reader's text. */
export type Fault = { row: string; wrong: string }

/** A condition that must hold for the data whatever happened. `find` returns the rows of one survey that break it. */
export type Invariant = {
  name: string
  find: (tx: Pick<Prisma.TransactionClient, '$queryRaw'>, surveyId: number) => Promise<Fault[]>
}

/** Limits the rows that one query names. Where more are wrong, these are enough to see what happened. */
export const MAX_FAULTS = 20
