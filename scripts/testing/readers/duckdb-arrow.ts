import { readFile } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { DataType, tableFromIPC } from 'apache-arrow'
import type { Cell, Reader } from './reader'
import { delimiterOf } from './reader'
import { versionOf } from './versions'

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const named = (text: string) => `"${text.replaceAll('"', '""')}"`

/** Converts a JavaScript value to a cell; a time without a zone is no instant. */
function cellOf(value: unknown, isInstant: boolean): Cell {
  if (value === null || value === undefined) return null
  if (value instanceof Date)
    return isInstant ? { time: value.toISOString() } : `${value.toISOString()} without a zone`
  return typeof value === 'bigint' ? Number(value) : (value as Cell)
}

async function select(connection: DuckDBConnection, sql: string) {
  const reader = await connection.runAndReadAll(sql)
  const instants = reader.columnTypes().map((type) => String(type) === 'TIMESTAMP WITH TIME ZONE')
  const rows = reader.getRowsJS().map((row) => row.map((value, at) => cellOf(value, instants[at] ?? false)))
  return { columns: reader.columnNames(), rows }
}

export const duckdb: Reader = {
  name: 'DuckDB',
  formats: ['csv', 'csv-excel-fr', 'csv-excel-en', 'jsonl', 'parquet'],
  packages: [],
  version: async () => {
    const { version } = await import('@duckdb/node-api')
    return `DuckDB ${version()}`
  },
  read: async (file, format, columns) => {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    try {
      if (format === 'parquet') return await select(connection, `SELECT * FROM read_parquet(${quoted(file)})`)
      const title = format.startsWith('csv-excel') ? 'title' : 'name'
      const source =
        format === 'jsonl'
          ? `read_json(${quoted(file)}, format = 'newline_delimited', columns = {${columns.map(({ name, kind }) => `${quoted(name)}: '${kind === 'number' ? 'DOUBLE' : 'VARCHAR'}'`).join()}})`
          : `read_csv(${quoted(file)}, all_varchar = true, header = true, delim = '${delimiterOf(format)}', quote = '"', escape = '"', max_line_size = 10000000)`
      const { columns: found } = await select(connection, `SELECT * FROM ${source} LIMIT 0`)
      // The reader decides whether a text is a time: a cast of what it refuses fails here.
      const list = found.map((name) =>
        columns.find((column) => column[title] === name)?.kind === 'time'
          ? `CAST(${named(name)} AS TIMESTAMPTZ) AS ${named(name)}`
          : named(name),
      )
      return await select(connection, `SELECT ${list.join()} FROM ${source}`)
    } finally {
      connection.closeSync()
    }
  },
}

export const arrow: Reader = {
  name: 'parquet-wasm',
  formats: ['parquet'],
  packages: [],
  version: async () => `parquet-wasm ${versionOf('parquet-wasm')} (arrow-rs)`,
  read: async (file) => {
    const { readParquet } = await import('parquet-wasm')
    const table = tableFromIPC(readParquet(await readFile(file)).intoIPCStream())
    const columns = table.schema.fields.map(({ name, type }, at) => {
      const values = [...(table.getChildAt(at) ?? [])] as unknown[]
      const isTime = DataType.isTimestamp(type)
      const zoned = isTime && type.timezone !== null
      return {
        name,
        cells: values.map((value) =>
          cellOf(isTime && value !== null ? new Date(Number(value)) : value, zoned),
        ),
      }
    })
    const rows = Array.from({ length: table.numRows }, (_, at) =>
      columns.map(({ cells }) => cells[at] ?? null),
    )
    return { columns: columns.map(({ name }) => name), rows }
  },
}
