import type { TableRow } from '../rules/table'
import type { Open } from './output'
import { rowsInto } from './row-bytes'
import type { RowWriter } from './row-writer'

/** Returns a writer that puts the text of each row at the end of the file; `first` is what the file begins with. */
export async function appending<R = TableRow>(
  open: Open,
  file: string,
  first: string,
  textOf: (row: R) => string,
): Promise<RowWriter<R>> {
  const output = await open(file)
  await output.write(first)
  const rows = rowsInto(output, textOf)
  const end = async () => {
    await rows.flush()
    return output.end()
  }
  return { write: rows.write, end, close: output.close }
}
