/** A value of a cell. What nobody said is null, and an empty cell in every format. */
export type Value = string | number | null

export type Column = {
  /** For programs: small letters, digits and _. */
  name: string
  /** For people, in the survey's own words. */
  title: string
  kind: 'text' | 'number' | 'time'
}

export type Row = Value[]

/** One of the tables of an export: its columns, and its rows as they come. */
export type Table = { name: TableName; columns: Column[]; rows: AsyncIterable<Row[]> }

export const TABLES = ['ballots', 'comments', 'decisions', 'results'] as const
export type TableName = (typeof TABLES)[number]

export const FORMATS = ['csv-excel-fr', 'csv', 'jsonl', 'xlsx', 'parquet'] as const
export type Format = (typeof FORMATS)[number]

export const EXTENSIONS: Record<Format, string> = {
  'csv-excel-fr': 'csv',
  csv: 'csv',
  jsonl: 'jsonl',
  xlsx: 'xlsx',
  parquet: 'parquet',
}

/** A time without its seconds: who voted when must not be told from a log that has them. */
export const minuteOf = (at: Date): string => `${at.toISOString().slice(0, 16)}Z`
