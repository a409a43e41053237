import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Format, Table } from '../rules/table'
import { WRITERS } from './writers'

export type Written = { rows: number; bytes: number; sha256: string }

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
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

/** Writes a table to `file`; `onRows` hears how many rows there are so far. */
export async function writeTable(
  table: Table,
  format: Format,
  file: string,
  onRows: (rows: number) => void = () => undefined,
): Promise<Written> {
  let rows = 0
  await wholeFile(file, async (part) => {
    const writer = await WRITERS[format](part, table.columns)
    for await (const batch of table.rows) {
      await writer.write(batch)
      rows += batch.length
      onRows(rows)
    }
    await writer.end()
  })
  return { rows, bytes: (await stat(file)).size, sha256: await hashOf(file) }
}
