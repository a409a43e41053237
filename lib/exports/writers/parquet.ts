import type { RowGroup, SchemaElement } from 'hyparquet'
import { FILE_VERSION, propertiesOf } from '../rules/origin'
import { type Column, ownPlaces, type Row, type TableRow, type Value } from '../rules/table'
import { digestOf } from './output'
import type { Writer } from './row-writer'

/**
 * Rows that are kept together. All of a group is in memory while it is written: four times as many take three times the
 * memory (219 against 71 MB for 400,000 ballots) and are written no faster.
 */
const GROUP_ROWS = 2_500
/** UTF-16 units of texts in a group: it is packed in one go, while other requests wait. */
const GROUP_LENGTH = 2_000_000
/** Behind the four bytes that a file begins with. */
const FIRST_OFFSET = 4n

const lengthOf = (row: Row) =>
  row.reduce<number>((sum, one) => sum + (typeof one === 'string' ? one.length : 0), 0)

/** Returns how a column is declared: an instant is one of UTC for every reader, and numbers are whole. */
function elementOf({ name, kind, identifier }: Column): SchemaElement {
  const optional = { name, repetition_type: 'OPTIONAL' } as const
  if (kind === 'text')
    return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }
  if (kind === 'number') return { ...optional, type: identifier ? 'INT64' : 'INT32' }
  return {
    ...optional,
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  }
}

function cellOf({ kind, identifier }: Column, value: Value) {
  if (value === null) return null
  if (kind === 'time') return new Date(value)
  return identifier ? BigInt(value) : value
}

/**
 * Makes the only group of a table without rows. Of itself the library writes a list of no groups whose elements have no
 * type, and arrow-rs refuses that.
 */
const emptyGroup = (schema: SchemaElement[]): RowGroup => ({
  columns: schema.map(({ name, type = 'BYTE_ARRAY' }) => ({
    file_offset: 0n,
    meta_data: {
      type,
      encodings: ['PLAIN'],
      path_in_schema: [name],
      codec: 'UNCOMPRESSED',
      num_values: 0n,
      total_uncompressed_size: 0n,
      total_compressed_size: 0n,
      data_page_offset: FIRST_OFFSET,
    },
  })),
  total_byte_size: 0n,
  num_rows: 0n,
})

export const parquet: Writer = async (file, { columns, origin }) => {
  // Loaded when it is wanted: a server that takes votes keeps the memory.
  const { fileWriter, ParquetWriter } = await import('hyparquet-writer')
  const schema = columns.map(elementOf)
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: [{ name: 'root', num_children: columns.length }, ...schema],
    kvMetadata: Object.entries(propertiesOf(origin)).map(([key, value]) => ({ key: `avis.${key}`, value })),
    createdBy: FILE_VERSION,
  })
  const places = ownPlaces(columns)
  const valuesOf = columns.map((_, column) => {
    const own = places.indexOf(column)
    return ({ shared, own: cells }: TableRow) => (own < 0 ? shared[column] : cells[own]) ?? null
  })
  let group: TableRow[] = []
  let length = 0
  const flush = async () => {
    if (!group.length) return
    const columnData = columns.map((column, index) => ({
      name: column.name,
      data: group.map((row) => cellOf(column, valuesOf[index]?.(row) ?? null)),
    }))
    group = []
    length = 0
    await writer.write({ columnData })
  }
  return {
    write: async (rows) => {
      group.push(...rows)
      for (const { shared, own } of rows) length += lengthOf(shared) + lengthOf(own)
      if (group.length >= GROUP_ROWS || length >= GROUP_LENGTH) await flush()
    },
    end: async () => {
      await flush()
      if (!writer.row_groups.length) writer.row_groups.push(emptyGroup(schema))
      await writer.finish()
      return digestOf(file)
    },
    close: async () => undefined,
  }
}
