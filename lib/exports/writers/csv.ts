import { stringify } from 'csv-stringify/sync'
import { coded } from '../rules/coded'
import { escapeFormula } from '../rules/escape-formula'
import { rowText } from '../rules/row-text'
import type { Row, Value } from '../rules/table'
import { appending } from './file'
import { openFile } from './output'
import type { Head, Writer } from './row-writer'

type Dialect = { delimiter: string; newline: string }

/** RFC 4180. */
const COMMAS: Dialect = { delimiter: ',', newline: '\r\n' }
const SEMICOLONS: Dialect = { delimiter: ';', newline: '\r\n' }
/** As Polis writes its own files. */
export const UNIX: Dialect = { delimiter: ',', newline: '\n' }

/**
 * What is quoted besides. Of line breaks the library itself quotes only the one that ends its rows, and other readers end
 * a row at each. Spaces at either end are lost in readers that trim what has no quotation marks.
 */
const QUOTED = /[\r\n]|^\s|\s$/

/** Returns rows as CSV, as they are. */
export const plainCsv = (rows: Row[], { delimiter, newline }: Dialect): string =>
  stringify(rows, { delimiter, record_delimiter: newline, quoted_match: QUOTED })

/** Returns rows as CSV, formulas guarded. */
export const csvText = (rows: Row[], dialect: Dialect): string =>
  plainCsv(
    rows.map((row) => row.map((value) => (typeof value === 'string' ? escapeFormula(value) : value))),
    dialect,
  )

/** Matches what stands in a file as it is in every dialect, and begins no formula. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._:-]*[\p{L}\p{N}._:-])?$/u

/** Returns how a cell stands in a row of several. */
const cellText = (value: Value, dialect: Dialect): string =>
  typeof value !== 'string' || PLAIN.test(value)
    ? String(value ?? '')
    : csvText([[value]], { ...dialect, newline: '' })

type Columns = Head['columns']
/** The headings of a file, and what it has of each cell; undefined where it has no such column. */
type Selection = { names: string[]; cell?: (value: Value, column: number) => Value | undefined }

const namesOf = (columns: Columns): Selection => ({ names: columns.map(({ name }) => name) })
const titlesOf = (columns: Columns): Selection => ({ names: columns.map(({ title }) => title) })

/** RFC 4180, UTF-8 without a mark; headers for programs. */
export const csv = separated(namesOf, '', COMMAS)

/** The same with a number for each choice and without readers' texts (rules/coded.ts). */
export const csvCodes = separated(
  (columns) => {
    const { columns: kept, cell } = coded(columns)
    return { ...namesOf(kept), cell }
  },
  '',
  COMMAS,
)

/** As a French Excel opens it by a double click: byte order mark, semicolons, headers in the survey's own words. */
export const csvExcelFr = separated(titlesOf, '\ufeff', SEMICOLONS)

/** As an English Excel opens it by a double click: byte order mark, commas, headers in words. */
export const csvExcelEn = separated(titlesOf, '\ufeff', COMMAS)

function separated(select: (columns: Columns) => Selection, mark: string, dialect: Dialect): Writer {
  const { delimiter, newline } = dialect
  return (file, { columns }, open = openFile) => {
    const { names, cell = (value) => value } = select(columns)
    const text = (value: Value, column: number) => {
      const shown = cell(value, column)
      return shown === undefined ? '' : (column ? delimiter : '') + cellText(shown, dialect)
    }
    return appending(open, file, mark + csvText([names], dialect), rowText(columns, text, newline))
  }
}
