/** Keys to keep where they are minutes: those of a month. */
export const MINUTES = 50_000
/** The cells of different ballots that are kept. */
const CELLS = 200_000

/** Returns the number of keys to keep where they are ballots, of each of which so many cells are made. */
export const ballotsOf = (cells: number) => Math.max(1, Math.floor(CELLS / Math.max(cells, 1)))

/** Copies the cells of a ballot: a part of a text keeps all of that text in memory. */
export const copied = (cells: string) => cells.split(' ').join(' ')

/**
 * Returns `make` memoised for up to `most` keys, since the ballots of a survey repeat each other. `kept` makes the key that
 * is kept: a part of a longer text would keep all of that text in memory.
 */
export function memoised<K, V>(
  make: (key: K) => V,
  most: number,
  kept: (key: K) => K = (key) => key,
): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    if (made.size >= most) made.clear()
    const value = make(key)
    made.set(kept(key), value)
    return value
  }
}
