import { setImmediate as nextTurn } from 'node:timers/promises'

/** Cells that are made and written between two turns of the event loop. */
const CELLS = 50_000

/** Splits `rows` of so many columns into parts that hold other requests up for a short time each. */
export async function* inTurns<R>(rows: R[], columns: number): AsyncGenerator<R[]> {
  const most = Math.max(1, Math.floor(CELLS / columns))
  for (let from = 0; from < rows.length; from += most) {
    if (from) await nextTurn()
    yield rows.length > most ? rows.slice(from, from + most) : rows
  }
}
