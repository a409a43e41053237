import { open } from 'node:fs/promises'
import type { Row } from '../rules/table'
import type { RowWriter } from './row-writer'

/** A writer whose rows become text or bytes that are put at the end of the file, waiting for the disk. */
export async function appending(
  file: string,
  first: string | Buffer,
  bytesOf: (rows: Row[]) => string | Buffer,
): Promise<RowWriter> {
  const handle = await open(file, 'w')
  // Not `write`, which on a disk that is nearly full writes a part and says nothing.
  await handle.appendFile(first)
  return {
    write: (rows) => handle.appendFile(bytesOf(rows)),
    end: () => handle.close(),
    close: () => handle.close(),
  }
}
