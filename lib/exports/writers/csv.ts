import { stringify } from 'csv-stringify/sync'
import { escapeFormula } from '../rules/escape-formula'
import type { Column, Row, Value } from '../rules/table'
import { appending } from './file'

export const spreadsheetCell = (value: Value) => (typeof value === 'string' ? escapeFormula(value) : value)

/** RFC 4180, UTF-8 without a mark; headers for programs. */
export const csv = (file: string, columns: Column[]) =>
  separated(
    file,
    columns.map(({ name }) => name),
    { mark: '', delimiter: ',' },
  )

/** As a French Excel opens it by a double click: byte order mark, semicolons, headers in the survey's own words. */
export const csvExcelFr = (file: string, columns: Column[]) =>
  separated(
    file,
    columns.map(({ title }) => title),
    { mark: '\ufeff', delimiter: ';' },
  )

function separated(file: string, names: string[], { mark, delimiter }: { mark: string; delimiter: string }) {
  const text = (rows: Row[]) =>
    stringify(
      rows.map((row) => row.map(spreadsheetCell)),
      { delimiter, record_delimiter: '\r\n' },
    )
  return appending(file, mark + text([names]), text)
}
