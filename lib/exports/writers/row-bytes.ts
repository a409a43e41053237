/** Bytes of UTF-8 that a unit of UTF-16 takes at most. */
const WIDEST = 3

/** Returns the rows of a batch in UTF-8. One by one: a text of all of them would take twice the memory. */
export function rowBytes<R>(textOf: (row: R) => string): (rows: R[]) => Buffer {
  let size = 64 * 1024
  return (rows) => {
    let bytes = Buffer.allocUnsafe(size)
    let length = 0
    for (const row of rows) {
      const text = textOf(row)
      const needed = length + text.length * WIDEST
      if (needed > bytes.length) {
        size = Math.max(needed, 2 * bytes.length)
        bytes = Buffer.concat([bytes.subarray(0, length)], size)
      }
      length += bytes.write(text, length)
    }
    return bytes.subarray(0, length)
  }
}
