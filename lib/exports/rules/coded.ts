import type { Column, Value } from './table'

/** The table of ballots with numbers for choices and without readers' texts, beside `ballots` in a bundle. */
export const CODED = 'ballots-codes'

/** A column that stays, and the numbers of its words. */
type Kept = { column: Column; numbers?: Map<unknown, number> }

function keptOf(column: Column): Kept | undefined {
  const { kind, codes, freeText } = column
  if (freeText) return undefined
  if (kind === 'number' || !codes) return { column }
  const numbers = new Map<unknown, number>(codes.map(({ label, value }) => [label, value]))
  return { column: { ...column, kind: 'number' }, numbers }
}

/**
 * Returns the columns of a table in which a number stands for each choice, and what it has of a cell of the table itself;
 * undefined for readers' texts. They are left out: what reads numbers by a syntax file breaks rows at their line breaks.
 */
export function coded(all: Column[]): {
  columns: Column[]
  cell: (value: Value, column: number) => Value | undefined
} {
  const kept = all.map(keptOf)
  return {
    columns: kept.flatMap((one) => (one ? [one.column] : [])),
    cell: (value, column) => {
      const { numbers } = kept[column] ?? {}
      if (numbers) return numbers.get(value) ?? null
      return kept[column] && value
    },
  }
}
