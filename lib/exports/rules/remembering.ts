/** The minutes of a month. */
export const MINUTES = 50_000
/** Different ballots that are remembered. */
export const BALLOTS = 10_000

/** Returns the cells of a ballot apart from the batch that they were part of. */
export const copied = (cells: string) => cells.split(' ').join(' ')

/**
 * Returns `make` with what it made of up to `most` keys: the ballots of a survey repeat each other. `kept` makes the key
 * that is kept: a part of a longer text would keep all of that text in memory.
 */
export function remembering<K, V>(
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
