import type { Locale } from '../../platform/i18n/locale'

/** A value of a cell. What nobody said is null, and an empty cell in every format. */
export type Value = string | number | null

/** A number that stands for a choice. */
export type Code = {
  value: number
  label: string
  /** The choice says that its reader has no opinion: statistics leave it out, and no scale has it as a step. */
  abstains?: boolean
}

/** Words that readers saw until a correction without change of meaning. */
export type CorrectedWording = {
  /** The minute of the correction: an ISO instant. */
  at: string
  before: string
  after: string
  /** The options that the words belong to; missing for the words of the question itself. */
  options?: number[]
}

export type Column = {
  /** For programs: small letters, digits and _. Unique. */
  name: string
  /** For people, in the survey's own words. Unique. */
  title: string
  /** The title for places with little room: what tells the column from others comes first. */
  brief?: string
  /** A time is an ISO instant with seconds and Z. Numbers are whole. */
  kind: 'text' | 'number' | 'time'
  /** The only values there are, with a number for each; of a text column the values are the labels. */
  codes?: Code[]
  /** The codes stand in an order that means something. */
  ordered?: boolean
  /** The number names something, as a version does: its mean says nothing. */
  identifier?: boolean
  /** The question with several choices, of which the column is one: 1 if the reader chose it. */
  choiceOf?: { name: string; title: string }
  /** Readers' own words. */
  freeText?: boolean
  /** Former words of the title or of the codes, oldest first. */
  corrections?: CorrectedWording[]
  /** Every row has a value of its own, as of a time or a text; other columns share theirs among many rows. */
  own?: boolean
  /** No text of the column is longer, in bytes of UTF-8: for formats in which every cell has the same room. */
  bytes?: number
}

export type Row = Value[]

/**
 * A row as a writer gets it. `own` has the cells of the columns marked so, in their order. All rows that differ only in
 * these have the same array `shared`, with a cell for each column: a writer may remember what it makes of it.
 */
export type TableRow = { shared: Row; own: Row }

const NOTHING: Row = []
/** Returns a row of a table whose columns are all marked as own. */
export const ownRow = (own: Row): TableRow => ({ shared: NOTHING, own })

/** Returns the indexes of the columns marked as own. */
export const ownPlaces = (columns: Column[]): number[] =>
  columns.flatMap(({ own }, index) => (own ? [index] : []))

/** Where the figures of a file come from, for formats that can say so. */
export type Origin = {
  /** Of the consultation. */
  title: string
  table: TableName
  /** Since when the public results have been what they are: an ISO instant. */
  at: string
  /** Sequence number and hash of these results. */
  seq: number
  hash: string
  language: Locale
}

/** One of the tables of an export: its columns, how many rows there will be, and these as they come, once. */
export type Table = {
  name: TableName
  columns: Column[]
  origin: Origin
  total: number
  rows: AsyncIterable<TableRow[]>
}

export const TABLES = ['ballots', 'comments', 'decisions', 'results'] as const
export type TableName = (typeof TABLES)[number]

/** Of one table each; `polis` and `bundle` are several files in one ZIP. */
export const FORMATS = ['csv-excel-fr', 'csv-excel-en', 'csv', 'jsonl', 'xlsx', 'parquet', 'sav'] as const
export type Format = (typeof FORMATS)[number]
export const FORMAT_NAMES = [...FORMATS, 'polis', 'bundle'] as const

export const EXTENSIONS: Record<Format, string> = {
  'csv-excel-fr': 'csv',
  'csv-excel-en': 'csv',
  csv: 'csv',
  jsonl: 'jsonl',
  xlsx: 'xlsx',
  parquet: 'parquet',
  sav: 'sav',
}

/** UTF-16 units that the form of Polis takes of a statement (client-admin, ModerateCommentSeed.js). */
export const STATEMENT_LENGTH = 400

const MINUTE_MS = 60_000

/** Returns the beginning of a minute: seconds would let a server's log tell who voted when. */
export const minuteOf = (at: Date): string =>
  `${new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 19)}Z`
