import { rename, rm } from 'node:fs/promises'
import type { Table } from '../rules/table'
import { WRITERS, type WrittenFormat } from '../writers'
import type { Digest, Open } from '../writers/output'
import type { RowWriter } from '../writers/row-writer'

export type Written = Digest & { rows: number }

/** Makes `file` by `work`, which writes to the path it is given: whole, or not at all. */
export async function wholeFile<T>(file: string, work: (part: string) => Promise<T>): Promise<T> {
  const part = `${file}.part`
  try {
    const made = await work(part)
    await rename(part, file)
    return made
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/**
 * Writes a table once, in each of the formats to its file; resolves to what each file is. `onRows` hears how many rows
 * there are so far. `open` is where formats of one text go.
 */
export async function writeTable(
  table: Table,
  files: { format: WrittenFormat; file: string }[],
  onRows: (rows: number) => void = () => undefined,
  open?: Open,
): Promise<Written[]> {
  const writers: RowWriter[] = []
  let rows = 0
  try {
    for (const { format, file } of files) writers.push(await WRITERS[format](file, table, open))
    for await (const batch of table.rows) {
      for (const writer of writers) await writer.write(batch)
      rows += batch.length
      onRows(rows)
    }
    const written: Written[] = []
    for (const writer of writers) written.push({ rows, ...(await writer.end()) })
    return written
  } catch (error) {
    for (const writer of writers) await writer.close()
    throw error
  }
}
