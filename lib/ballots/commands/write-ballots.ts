import { type Prisma, voteStatement } from '../../platform/db/client'
import type { Commit } from '../rules/commit'
import { batchOf, type CastOrder } from './orders'

/**
 * What became of a ballot. `before` is undefined on a reader's first ballot, and empty after a withdrawal. `texts` is how
 * many revisions its texts now have together. `receiptHash` is that of the first cast. `commit` is absent when the batch
 * moved nothing.
 */
export type CastRow = {
  before: string[] | undefined
  revision: number
  texts: number
  /** In hex. */
  receiptHash: string
  commit?: Commit
}

/** What the database says of the ballots whose readers had one; null of the others. `hashes` are texts like \\x0a. */
type Known = {
  before: (string | null)[]
  allowed: (boolean | null)[]
  revisions: (number | null)[]
  hashes: (string | null)[]
  /** Null where none of the readers has a text. */
  texts: (number | null)[] | null
}

type Row = {
  is_open: boolean
  /** A text or a bigint, as the driver or Prisma reads it. */
  next_seq: string | bigint | null
  moment: Date
  next_chain: Uint8Array
  moved_cells: string[] | null
  moved_counts: number[] | null
  known: Known | null
}

/** Returns which batch an order may share: one writes ballots of one survey and version. */
export const batchKeyOf = ({ surveyId, version }: CastOrder): string => `${surveyId} ${version}`

const commitOf = ({ next_seq: seq, moment: at, next_chain: chain, ...row }: Row): Commit | undefined =>
  seq === null
    ? undefined
    : {
        seq: Number(seq),
        at,
        chain,
        counts: (row.moved_cells ?? []).map((cell, index) => [cell, row.moved_counts?.[index] ?? 0]),
      }

/**
 * Writes the ballots of one batch in one transaction, by the function `cast_ballots` of the database: its migration
 * states invariants and order of locks. `orders` share one survey and version, and no two are of the same reader. The
 * result has a row for each. The row is undefined where, at the time of writing, the survey was not open or asked other
 * questions. So it is where that ballot had been changed too often, or would lose a text that its form never showed.
 * With `alsoOver`, a survey that is closed takes them too: for ballots that had left the count and that a restored
 * backup brought back (erase.ts). `client` is that of a transaction that it joins.
 */
export async function writeBallots(
  orders: CastOrder[],
  {
    alsoOver = false,
    client,
  }: { alsoOver?: boolean; client?: Pick<Prisma.TransactionClient, '$queryRaw'> } = {},
): Promise<(CastRow | undefined)[]> {
  const [first] = orders
  if (!first) return []
  const batch = batchOf(orders, first.surveyId, first.version, alsoOver)
  const [row] = await (client
    ? client.$queryRaw<Row[]>`SELECT * FROM cast_ballots(${batch})`
    : voteStatement<Row>('castBallots', 'SELECT * FROM cast_ballots($1)', [batch]))
  if (!row?.is_open) return orders.map(() => undefined)
  const { known } = row
  const commit = commitOf(row)
  const about = commit && { commit }
  return orders.map(({ receiptHash, texts }, n) => {
    const allowed = known?.allowed[n] ?? undefined
    if (!known || allowed === undefined)
      return { before: undefined, revision: 1, texts: texts.length, receiptHash, ...about }
    if (!allowed) return undefined
    return {
      before: known.before[n] ? known.before[n].split(' ') : [],
      revision: known.revisions[n] ?? 1,
      texts: known.texts?.[n] ?? 0,
      receiptHash: known.hashes[n]?.slice('\\x'.length) ?? '',
      ...about,
    }
  })
}
