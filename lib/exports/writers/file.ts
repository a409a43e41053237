import type { TableRow } from '../rules/table'
import type { Open } from './output'
import type { RowWriter } from './row-writer'

/** A writer whose rows become text or bytes that are put at the end of the file. */
export async function appending<R = TableRow>(
  open: Open,
  file: string,
  first: string | Buffer,
  bytesOf: (rows: R[]) => string | Buffer,
): Promise<RowWriter<R>> {
  const output = await open(file)
  await output.write(first)
  return { write: (rows) => output.write(bytesOf(rows)), end: output.end, close: output.close }
}
