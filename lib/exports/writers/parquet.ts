import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RowGroup, SchemaElement } from 'hyparquet'
import type { ParquetWriter } from 'hyparquet-writer'
import { MINUTES, memoised } from '../rules/memoise'
import { FILE_VERSION, propertiesOf } from '../rules/origin'
import { type Column, ownPlaces, type Value } from '../rules/table'
import { digestOf } from './output'
import type { Writer } from './row-writer'

/**
 * Rows that are kept together. Those of a larger group outlive V8's collection of young objects: 10,000 took 138 MB more
 * for 600,000 ballots.
 */
const GROUP_ROWS = 2_500
/** UTF-16 units of a group's own texts. Those that rows share are kept once. */
const GROUP_LENGTH = 2_000_000
/** Cells that are packed between two turns of the event loop. */
const TURN_CELLS = 10_000
/** Behind the four bytes that a file begins with. */
const FIRST_OFFSET = 4n

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

const instant = memoised((time: string) => new Date(time), MINUTES)
const whole = memoised((value: number) => BigInt(value), MINUTES)

function cellOf({ kind, identifier }: Column, value: Value) {
  if (value === null) return null
  if (kind === 'time') return instant(String(value))
  return identifier ? whole(Number(value)) : value
}

type Packed = Pick<ParquetWriter, 'write' | 'row_groups' | 'num_rows'>

/** A column of the group that is being collected: where its cells are in a row, and those that there are. */
type Collected = { column: Column; own: boolean; place: number; cells: unknown[] }

function collectedOf(columns: Column[]): Collected[] {
  const places = ownPlaces(columns)
  return columns.map((column, index) => {
    const place = places.indexOf(index)
    return { column, own: place >= 0, place: place < 0 ? index : place, cells: [] }
  })
}

/**
 * Writes one group of rows, column by column. Of itself the library packs all columns of a group in one turn of the event
 * loop; so it gets a group for each column, and these become one.
 */
async function writeGroup(writer: Packed, collected: Collected[]) {
  const [groups, rows] = [writer.row_groups.length, writer.num_rows]
  let packed = 0
  for (const one of collected) {
    const { column, own, cells: data } = one
    // Nobody looks for rows by the least and the greatest of texts that each row has for itself: they would only be kept.
    const statistics = !(own && column.kind === 'text')
    await writer.write({ columnData: [{ name: column.name, data, statistics }], rowGroupSize: data.length })
    packed += data.length
    one.cells = []
    if (packed < TURN_CELLS) continue
    packed = 0
    await nextTurn()
  }
  const parts = writer.row_groups.splice(groups)
  const [{ num_rows } = { num_rows: 0n }] = parts
  writer.num_rows = rows + num_rows
  const sum = (of: (part: RowGroup) => bigint | undefined) =>
    parts.reduce((sum, part) => sum + (of(part) ?? 0n), 0n)
  writer.row_groups.push({
    columns: parts.flatMap((part) => part.columns),
    num_rows,
    total_byte_size: sum(({ total_byte_size }) => total_byte_size),
    total_compressed_size: sum(({ total_compressed_size }) => total_compressed_size),
  })
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
  const collected = collectedOf(columns)
  let [rows, length] = [0, 0]
  const flush = async () => {
    if (!rows) return
    await writeGroup(writer, collected)
    rows = 0
    length = 0
  }
  return {
    write: async (batch) => {
      for (const { shared, own } of batch) {
        for (const one of collected) {
          const value = (one.own ? own[one.place] : shared[one.place]) ?? null
          one.cells.push(cellOf(one.column, value))
          if (one.own && typeof value === 'string') length += value.length
        }
        rows++
        if (rows >= GROUP_ROWS || length >= GROUP_LENGTH) await flush()
      }
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
