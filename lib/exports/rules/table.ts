/** A value of a cell. What nobody said is null, and an empty cell in every format. */
export type Value = string | number | null

export type Column = {
  /** For programs: small letters, digits and _. */
  name: string
  /** For people, in the survey's own words. */
  title: string
  kind: 'text' | 'number' | 'time'
  /** The only values there are, with a number for each; of a text column the values are the labels. */
  codes?: { value: number; label: string }[]
  /** The codes stand in an order that means something. */
  ordered?: boolean
  /** No text of the column is longer, in bytes of UTF-8: for formats in which every cell has the same room. */
  bytes?: number
}

export type Row = Value[]

/** One of the tables of an export: its columns, how many rows there will be, and these as they come, once. */
export type Table = { name: TableName; columns: Column[]; total: number; rows: AsyncIterable<Row[]> }

export const TABLES = ['ballots', 'comments', 'decisions', 'results'] as const
export type TableName = (typeof TABLES)[number]

/** Of one table each; `polis` and `bundle` are several files in one ZIP. */
export const FORMATS = ['csv-excel-fr', 'csv', 'jsonl', 'xlsx', 'parquet', 'sav'] as const
export type Format = (typeof FORMATS)[number]
export const FORMAT_NAMES = [...FORMATS, 'polis', 'bundle'] as const

export const EXTENSIONS: Record<Format, string> = {
  'csv-excel-fr': 'csv',
  csv: 'csv',
  jsonl: 'jsonl',
  xlsx: 'xlsx',
  parquet: 'parquet',
  sav: 'sav',
}

/** A worksheet has no more lines than this, one of them the header (Microsoft, Excel specifications and limits). */
export const XLSX_ROWS = 1_048_575

/** A time without its seconds: who voted when must not be told from a log that has them. */
export const minuteOf = (at: Date): string => `${at.toISOString().slice(0, 16)}Z`
