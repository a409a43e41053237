import { stringify } from 'csv-stringify/sync'
import { coded } from '../rules/coded'
import { escapeFormula } from '../rules/escape-formula'
import type { Row } from '../rules/table'
import { appending } from './file'
import type { Head } from './row-writer'

type Dialect = { delimiter: string; newline: string }

/** RFC 4180. */
const COMMAS: Dialect = { delimiter: ',', newline: '\r\n' }
const SEMICOLONS: Dialect = { delimiter: ';', newline: '\r\n' }
/** As Polis writes its own files. */
export const UNIX: Dialect = { delimiter: ',', newline: '\n' }

/**
 * Returns rows as CSV, formulas guarded. Every line break is quoted: of itself the library quotes only the one that
 * ends its rows, and other readers end a row at each.
 */
export const csvText = (rows: Row[], { delimiter, newline }: Dialect): string =>
  stringify(
    rows.map((row) => row.map((value) => (typeof value === 'string' ? escapeFormula(value) : value))),
    { delimiter, record_delimiter: newline, quoted_match: /[\r\n]/ },
  )

/** RFC 4180, UTF-8 without a mark; headers for programs. */
export const csv = (file: string, { columns }: Head) =>
  separated(
    file,
    columns.map(({ name }) => name),
    '',
    COMMAS,
  )

/** The same with a number for each choice and without readers' texts (rules/coded.ts). */
export function csvCodes(file: string, { columns }: Head) {
  const table = coded(columns)
  const names = table.columns.map(({ name }) => name)
  return appending(file, csvText([names], COMMAS), (rows) => csvText(rows.map(table.row), COMMAS))
}

/** As a French Excel opens it by a double click: byte order mark, semicolons, headers in the survey's own words. */
export const csvExcelFr = (file: string, { columns }: Head) =>
  separated(
    file,
    columns.map(({ title }) => title),
    '\ufeff',
    SEMICOLONS,
  )

/** As an English Excel opens it by a double click: byte order mark, commas, headers in words. */
export const csvExcelEn = (file: string, { columns }: Head) =>
  separated(
    file,
    columns.map(({ title }) => title),
    '\ufeff',
    COMMAS,
  )

function separated(file: string, names: string[], mark: string, dialect: Dialect) {
  const text = (rows: Row[]) => csvText(rows, dialect)
  return appending(file, mark + text([names]), text)
}
