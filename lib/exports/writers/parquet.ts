import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RowGroup, SchemaElement } from 'hyparquet'
import type { ParquetWriter } from 'hyparquet-writer'
import { MINUTES, memoised } from '../rules/memoise'
import { FILE_VERSION, propertiesOf } from '../rules/origin'
import { type Column, ownPlaces, type Value } from '../rules/table'
import { openFile } from './output'
import { type FooterHead, ParquetFooter } from './parquet-footer'
import { PIECE_BYTES } from './row-bytes'
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
 * Packs one group of rows, column by column, with a `pause` now and then. Of itself the library packs all columns of a group
 * in one turn of the event loop; so it gets a group for each column, and these become one.
 */
async function packGroup(
  writer: ParquetWriter,
  collected: Collected[],
  pause: () => Promise<void>,
): Promise<RowGroup> {
  const rows = writer.num_rows
  let packed = 0
  for (const one of collected) {
    const { column, own, cells: data } = one
    // Nobody looks for rows by the least and the greatest of texts that each row has for itself: they would only be kept.
    const statistics = !(own && column.kind === 'text')
    const columnData = [{ name: column.name, data, statistics, offsetIndex: false }]
    await writer.write({ columnData, rowGroupSize: data.length })
    packed += data.length
    one.cells = []
    if (packed < TURN_CELLS) continue
    packed = 0
    await pause()
  }
  // What the library keeps for its own footer.
  const parts = writer.row_groups.splice(0)
  writer.pendingIndexes = []
  const [{ num_rows } = { num_rows: 0n }] = parts
  writer.num_rows = rows + num_rows
  const sum = (of: (part: RowGroup) => bigint | undefined) =>
    parts.reduce((sum, part) => sum + (of(part) ?? 0n), 0n)
  return {
    columns: parts.flatMap((part) => part.columns),
    num_rows,
    total_byte_size: sum(({ total_byte_size }) => total_byte_size),
    total_compressed_size: sum(({ total_compressed_size }) => total_compressed_size),
  }
}

export const parquet: Writer = async (file, { columns, origin }, open = openFile) => {
  // Loaded when it is wanted: a server that takes votes keeps the memory.
  const library = await import('hyparquet-writer')
  const head: FooterHead = {
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    kvMetadata: Object.entries(propertiesOf(origin)).map(([key, value]) => ({ key: `avis.${key}`, value })),
    createdBy: FILE_VERSION,
  }
  const bytes = new library.ByteWriter()
  const writer = new library.ParquetWriter({ writer: bytes, ...head })
  const footer = new ParquetFooter(library, head)
  const output = await open(file)
  /** Gives the output what was packed, as bytes of its own, and the event loop a turn. */
  const put = async () => {
    await output.write(Buffer.from(bytes.getBuffer()))
    bytes.index = 0
    await nextTurn()
  }
  const collected = collectedOf(columns)
  let [rows, length] = [0, 0]
  const flush = async () => {
    if (!rows) return
    footer.add(await packGroup(writer, collected, put))
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
      for (const part of footer.parts(writer.num_rows)) {
        bytes.appendBytes(part)
        if (bytes.index >= PIECE_BYTES) await put()
      }
      await put()
      return output.end()
    },
    close: output.close,
  }
}
