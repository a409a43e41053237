import type { Column, Row } from './table'

/** The table of ballots with numbers for choices and without readers' texts, beside `ballots` in a bundle. */
export const CODED = 'ballots-codes'

/** A column that stays, its place in the table, and the numbers of its words. */
type Kept = { column: Column; at: number; numbers?: Map<unknown, number> }

/**
 * Returns the columns of a table in which a number stands for each choice, and what makes its rows from those of the
 * table itself. Readers' texts are left out: what reads numbers by a syntax file breaks rows at their line breaks.
 */
export function coded(all: Column[]): { columns: Column[]; row: (row: Row) => Row } {
  const kept = all.flatMap((column, at): Kept[] => {
    if (column.freeText) return []
    const { kind, codes } = column
    if (kind === 'number' || !codes) return [{ column, at }]
    const numbers = new Map<unknown, number>(codes.map(({ label, value }) => [label, value]))
    return [{ column: { ...column, kind: 'number' as const }, at, numbers }]
  })
  return {
    columns: kept.map(({ column }) => column),
    row: (row) =>
      kept.map(({ at, numbers }) => {
        const value = row[at] ?? null
        return numbers ? (numbers.get(value) ?? null) : value
      }),
  }
}
