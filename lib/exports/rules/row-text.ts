import { type Column, ownPlaces, type Row, type TableRow, type Value } from './table'

/**
 * Returns a function from the cells that rows share to their pieces: what `make` makes of each run of columns between two
 * columns with values of a row's own. There is one piece more than such columns. `make` runs once for rows that share cells.
 */
export function sharedPieces<P>(
  columns: Column[],
  make: (shared: Row, from: number, to: number) => P,
): (shared: Row) => P[] {
  const places = ownPlaces(columns)
  const runs = [...places, columns.length].map((to, index) => [(places[index - 1] ?? -1) + 1, to] as const)
  // As long as the rows themselves are remembered (rules/ballots.ts).
  const made = new WeakMap<Row, P[]>()
  return (shared) => {
    const known = made.get(shared)
    if (known) return known
    const pieces = runs.map(([from, to]) => make(shared, from, to))
    made.set(shared, pieces)
    return pieces
  }
}

/**
 * Returns a function that writes a row as text. `cell` writes a cell with the separator before it; `end` ends a row.
 */
export function rowText(
  columns: Column[],
  cell: (value: Value, column: number) => string,
  end: string,
): (row: TableRow) => string {
  const places = ownPlaces(columns)
  const piecesOf = sharedPieces(columns, (shared, from, to) =>
    shared
      .slice(from, to)
      .map((value, index) => cell(value, from + index))
      .join(''),
  )
  return ({ shared, own }) => {
    const pieces = piecesOf(shared)
    let text = pieces[0] ?? ''
    for (let index = 0; index < places.length; index++)
      text += cell(own[index] ?? null, places[index] ?? 0) + (pieces[index + 1] ?? '')
    return text + end
  }
}
