import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Output } from './output'

/** Bytes that an output is given at once, and that are made between two turns of the event loop. */
export const PIECE_BYTES = 256 * 1024
/** Bytes of UTF-8 that a unit of UTF-16 takes at most. */
const WIDEST = 3

/**
 * Puts the text of each row into `output`, in pieces. Two buffers take turns: the output works on one piece while the
 * next is made, and memory grows neither with the rows of a batch nor with their length.
 */
export function rowsInto<R>(output: Pick<Output, 'write'>, textOf: (row: R) => string) {
  let [bytes, spare] = [Buffer.allocUnsafe(PIECE_BYTES), Buffer.allocUnsafe(PIECE_BYTES)]
  let length = 0
  const put = async (data: string | Buffer) => {
    await output.write(data)
    await nextTurn()
  }
  const flush = async () => {
    if (!length) return
    await put(bytes.subarray(0, length))
    const free = spare
    spare = bytes
    bytes = free
    length = 0
  }
  return {
    write: async (rows: R[]) => {
      for (const row of rows) {
        const text = textOf(row)
        const most = text.length * WIDEST
        if (length + most > PIECE_BYTES) await flush()
        if (most > PIECE_BYTES) await put(text)
        else length += bytes.write(text, length)
      }
    },
    /** Gives the output what it does not have yet. */
    flush,
  }
}
