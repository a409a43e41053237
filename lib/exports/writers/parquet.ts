import type { Column, Row } from '../rules/table'
import type { RowWriter } from './row-writer'

/** Rows that are kept together: few groups are read faster, and one of them is in memory while it is written. */
const GROUP_ROWS = 10_000
/** UTF-16 units of texts in a group: it is packed in one go, while other requests wait. */
const GROUP_LENGTH = 2_000_000

const lengthOf = (rows: Row[]) =>
  rows.reduce(
    (sum, row) => sum + row.reduce<number>((all, one) => all + (typeof one === 'string' ? one.length : 0), 0),
    0,
  )

export async function parquet(file: string, columns: Column[]): Promise<RowWriter> {
  // Loaded when it is wanted: a server that takes votes keeps the memory.
  const { fileWriter, ParquetWriter } = await import('hyparquet-writer')
  const schema = columns.map(({ name, kind }) =>
    kind === 'number'
      ? ({ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' } as const)
      : ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const),
  )
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: [{ name: 'root', num_children: columns.length }, ...schema],
  })
  let group: Row[] = []
  let length = 0
  const flush = async () => {
    if (!group.length) return
    const columnData = columns.map(({ name }, index) => ({
      name,
      data: group.map((row) => row[index] ?? null),
    }))
    group = []
    length = 0
    await writer.write({ columnData })
  }
  return {
    write: async (rows) => {
      group.push(...rows)
      length += lengthOf(rows)
      if (group.length >= GROUP_ROWS || length >= GROUP_LENGTH) await flush()
    },
    end: async () => {
      await flush()
      await writer.finish()
    },
    close: async () => undefined,
  }
}
