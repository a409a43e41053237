import type { Prisma } from './generated/prisma/client'

/** One row that is not as it must be: which, and what is wrong with it. Never a word of a reader's. */
export type Fault = { row: string; wrong: string }

/** What must be true of the data whatever happened; `find` looks for rows of one survey where it is not. */
export type Invariant = {
  name: string
  find: (tx: Pick<Prisma.TransactionClient, '$queryRaw'>, surveyId: number) => Promise<Fault[]>
}

/** Rows that one query names at most: where more are wrong, these are enough to see what happened. */
export const MOST_FAULTS = 20
