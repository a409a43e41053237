import { ROW_ID } from '../../../lib/exports/rules/row-ids'
import type { Column, Format } from '../../../lib/exports/rules/table'
import type { Stored } from './expected-rows'
import type { Cell, Described, Read } from './reader'

/** A cell in which a program and the database differ. */
export type Difference = { row: number; column: string; want: Cell | undefined; got: Cell | undefined }

/** Formats whose headings are for people; those of the others are names for programs. */
const TITLED: Format[] = ['csv-excel-fr', 'csv-excel-en', 'xlsx']
/** Formats that cannot distinguish a missing value from an empty text. */
const WITHOUT_NULL: Format[] = ['csv', 'csv-excel-fr', 'csv-excel-en', 'xlsx', 'sav']
/** Formats that distinguish a number from a text only by its characters. */
const WITHOUT_TYPES: Format[] = ['csv', 'csv-excel-fr', 'csv-excel-en']
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

const isCsv = (format: Format) => WITHOUT_TYPES.includes(format)
/** Returns the content of a CSV cell without the guard before a formula (docs/decisions/exports.md). */
const withoutGuard = (text: string) =>
  text
    .replace(/(^|[\r\n])[’'](?=[’'\ufeff]*[=+\-@\t＝＋－＠])/gu, '$1')
    .replace(/^[’'](?=[’'\ufeff]*[\r\n])/u, '')
/** Matches what a program could take for the start of a formula. */
const FORMULA = /(?:^|[\r\n])\ufeff*[=+\-@\t＝＋－＠]/u

/** Returns whether a CSV cell contains `text`, and does not start a formula. */
export const saysText = (cell: string, text: string) =>
  !FORMULA.test(cell) && (cell === text || withoutGuard(cell) === text)

/** Returns whether `label` is `whole` on one line, or what a format with a lower limit leaves of it, numbered or not. */
function isLabelOf(label: string, whole: string): boolean {
  const line = whole.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  const parts = label.replace(/^\(\d+\) /, '').split('…')
  return parts.every((part) => line.includes(part.trim())) && parts.join('').trim() !== ''
}

function sameTime(time: string, got: Cell | undefined, format: Format): boolean {
  if (typeof got === 'object' && got) return Date.parse(got.time) === Date.parse(time)
  const isText = isCsv(format) || format === 'jsonl'
  return isText && typeof got === 'string' && INSTANT.test(got) && Date.parse(got) === Date.parse(time)
}

/** What a comparison knows of a column: its description in the file, and whether its texts have no guard. */
type About = { described?: Described | undefined; asTyped?: boolean | undefined }

function same(
  want: Cell,
  got: Cell | undefined,
  format: Format,
  { described, asTyped }: About = {},
): boolean {
  if (want === null) return got === null || (WITHOUT_NULL.includes(format) && got === '')
  if (typeof want === 'object') return sameTime(want.time, got, format)
  if (typeof want === 'number')
    return (
      got === want ||
      (format !== 'jsonl' && format !== 'parquet' && typeof got === 'string' && got.trim() === String(want))
    )
  if (format === 'sav' && described?.codes) {
    const label = described.codes[String(Number(got))]
    return label !== undefined && isLabelOf(label, want)
  }
  if (!isCsv(format) || asTyped) return got === want
  return typeof got === 'string' && saysText(got, want)
}

const twice = (texts: string[]) => texts.filter((text, at) => texts.indexOf(text) !== at)

/**
 * Returns the differences in a file's description of its columns; `abstained` is the label of «no opinion» by column.
 */
function inDictionary(
  columns: Column[],
  described: Described[],
  abstained: Record<string, string>,
): Difference[] {
  const found: Difference[] = []
  const labels = described.map(({ label = '' }) => label)
  for (const label of twice(labels))
    found.push({ row: 0, column: label, want: 'a label of its own', got: label })
  columns.forEach(({ name, title, brief = title, kind, codes, ordered, identifier }, at) => {
    const { label = '', missing = [], measure, codes: given } = described[at] ?? {}
    const told = given ?? {}
    const fault = (want: Cell, got: Cell | undefined) => found.push({ row: 0, column: name, want, got })
    if (!isLabelOf(label, brief)) fault(brief, label)
    const known = Object.values(told)
    for (const one of twice(known)) fault('a value label of its own', one)
    if (codes && known.length !== codes.length) fault(`${codes.length} value labels`, known.length)
    const none = abstained[name]
    const number = Object.entries(told).find(([, text]) => text === none)?.[0]
    if (none !== undefined && !missing.includes(Number(number)))
      fault(`«${none}» as a missing value`, missing.join())
    const isNominal = codes ? !ordered : kind === 'text' || identifier
    const level = isNominal ? 'Nominal' : codes ? 'Ordinal' : 'Scale'
    if (measure !== undefined && measure !== level) fault(level, measure)
  })
  return found
}

/** Returns the ids of rows that have not their form, or are there twice: they are random, so no database has them. */
const inIds = (ids: (Cell | undefined)[]): Difference[] =>
  ids.flatMap((got, at) =>
    ROW_ID.test(String(got)) && ids.indexOf(got) === at
      ? []
      : [{ row: at + 1, column: 'row', want: 'an id of its own', got }],
  )

/** Returns every cell in which `read` differs from `stored`, with headings as row 0 and rows from 1 on. */
export function differences(
  {
    columns,
    rows,
    abstained = {},
    asTyped,
  }: {
    columns: Column[]
    rows: Stored[]
    abstained?: Record<string, string>
    /** Texts have no guard before a formula. */
    asTyped?: boolean | undefined
  },
  read: Read,
  format: Format,
): Difference[] {
  const found: Difference[] = []
  const headings = columns.map((column) => (TITLED.includes(format) ? column.title : column.name))
  for (const one of twice(headings))
    found.push({ row: 0, column: one, want: 'a heading of its own', got: one })
  headings.forEach((heading, at) => {
    const got = read.columns[at]
    if (got === undefined || !same(heading, got, format))
      found.push({ row: 0, column: heading, want: heading, got })
  })
  if (read.columns.length !== columns.length)
    found.push({ row: 0, column: '', want: columns.length, got: read.columns.length })
  if (read.rows.length !== rows.length)
    found.push({ row: 0, column: 'rows', want: rows.length, got: read.rows.length })
  if (read.described) found.push(...inDictionary(columns, read.described, abstained))
  const ids = columns.findIndex(({ name }) => name === 'row')
  if (ids >= 0) found.push(...inIds(read.rows.map((row) => row[ids])))
  rows.forEach((row, at) => {
    columns.forEach(({ name }, place) => {
      if (place === ids) return
      const [want, got] = [row[name], read.rows[at]?.[place]]
      if (want === undefined || !same(want, got, format, { described: read.described?.[place], asTyped }))
        found.push({ row: at + 1, column: name, want, got })
    })
  })
  return found
}
