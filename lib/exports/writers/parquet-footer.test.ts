import type { RowGroup } from 'hyparquet'
import * as library from 'hyparquet-writer'
import { expect, it } from 'vitest'
import { type FooterHead, ParquetFooter } from './parquet-footer'

const NAMES = ['row', 'cast_at', 'v1_q1']
const head: FooterHead = {
  schema: [
    { name: 'root', num_children: NAMES.length },
    ...NAMES.map((name) => ({ name, type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' }) as const),
  ],
  kvMetadata: [{ key: 'avis.title', value: 'Une passerelle 🚲 ?' }],
  createdBy: 'avis',
}

/** Writes so many groups of three rows, with a footer by the library itself. */
function writtenOf(count: number) {
  const writer = new library.ByteWriter()
  const file = new library.ParquetWriter({ writer, ...head })
  const columnData = NAMES.map((name) => ({ name, data: ['été', null, name], offsetIndex: false }))
  for (let group = 0; group < count; group++) file.write({ columnData, rowGroupSize: 3 })
  const groups: RowGroup[] = [...file.row_groups]
  const begin = writer.offset
  file.finish()
  return { groups, rows: file.num_rows, footer: Buffer.from(writer.getBuffer()).subarray(begin) }
}

it.each([1, 14, 15, 200])('the footer of %i groups is that of the library, in parts of a group', (count) => {
  const { groups, rows, footer } = writtenOf(count)
  const own = new ParquetFooter(library, head)
  for (const group of groups) own.add(group)
  const parts = [...own.parts(rows)]
  expect(Buffer.concat(parts)).toEqual(footer)
  const alone = writtenOf(1).footer.length
  for (const { length } of parts) expect(length).toBeLessThan(alone)
})
