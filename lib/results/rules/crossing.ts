import { optionKey } from '../../ballots/rules/tally-keys'
import type { OptionView } from '../../surveys/schema'
import { Share, sharesOf } from './shares'
import type { Variable } from './variables'

/** Ballots with both answers: one line of the database's counts. */
export type Pair = { row: string; column: string; count: number }

/** Stands for any answer at all, in a line or a column. */
export const ANY = '*'

/** One line of a table: a count per column, the ballots of the line, and shares where there are enough of them. */
export type CrossRow = { key: string; counts: number[]; total: number; shares: (Share | undefined)[] }

/** The table of two variables. */
export type Crossing = {
  columns: OptionView[]
  rows: CrossRow[]
  /** All lines together: ballots that answered both. */
  all: CrossRow
}

/**
 * Returns shares as the public results show them: of those who have an opinion; of a question with several choices they
 * overlap. Undefined for «sans avis», and where there are too few answers.
 */
export function optionShares(
  { options, several }: Pick<Variable, 'options' | 'several'>,
  counts: number[],
  answered: number,
): (Share | undefined)[] {
  const abstention = options.findIndex(({ stance }) => stance === 'abstain')
  if (several) {
    const total = answered - (counts[abstention] ?? 0)
    return counts.map((count, index) => (index === abstention ? undefined : Share.of(count, total)))
  }
  const expressed = counts.map((count, index) => (index === abstention ? 0 : count))
  const shares = sharesOf(expressed)
  return counts.map((_, index) => (index === abstention ? undefined : shares[index]))
}

/** Builds the table of `pairs`: `rowKeys` down, the options of `columns` across, each line with its own shares. */
export function crossingOf(pairs: Pair[], rowKeys: string[], columns: Variable): Crossing {
  const counted = new Map(pairs.map(({ row, column, count }) => [`${row} ${column}`, count]))
  const rowOf = (key: string): CrossRow => {
    const counts = columns.options.map(({ id }) => counted.get(`${key} ${optionKey(id)}`) ?? 0)
    const total = counted.get(`${key} ${ANY}`) ?? 0
    return { key, counts, total, shares: optionShares(columns, counts, total) }
  }
  return { columns: columns.options, rows: rowKeys.map(rowOf), all: rowOf(ANY) }
}
