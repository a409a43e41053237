import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Table } from '../rules/table'
import { WRITERS, type WrittenFormat } from '../writers'
import type { RowWriter } from '../writers/row-writer'

export type Written = { rows: number; bytes: number; sha256: string }

/** What a file is now. */
export async function writtenOf(file: string, rows: number): Promise<Written> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { rows, bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}

/** Makes `file` by `work`, which writes to the path it is given: whole, or not at all. */
export async function wholeFile(file: string, work: (part: string) => Promise<void>): Promise<void> {
  const part = `${file}.part`
  try {
    await work(part)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/**
 * Writes a table once, in each of the formats to its file; resolves to the number of rows. `onRows` hears how many
 * there are so far.
 */
export async function writeTable(
  table: Table,
  files: { format: WrittenFormat; file: string }[],
  onRows: (rows: number) => void = () => undefined,
): Promise<number> {
  const writers: RowWriter[] = []
  let rows = 0
  try {
    for (const { format, file } of files) writers.push(await WRITERS[format](file, table))
    for await (const batch of table.rows) {
      for (const writer of writers) await writer.write(batch)
      rows += batch.length
      onRows(rows)
    }
    for (const writer of writers) await writer.end()
    return rows
  } catch (error) {
    for (const writer of writers) await writer.close()
    throw error
  }
}
