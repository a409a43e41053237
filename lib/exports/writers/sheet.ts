import { SHEET_CELL_LENGTH } from '../rules/format-limits'
import { ExportFailure } from '../rules/job'
import { MINUTES, memoised } from '../rules/memoise'
import { rowText } from '../rules/row-text'
import { serialOf, sheetText } from '../rules/sheet'
import type { Column, TableRow, Value } from '../rules/table'

/** Values of a row that the library writes, to be found again in its XML; the space makes it keep spaces. */
const TEXT = ' 987654321'
const NUMBER = 987654321
/** The header is the first row. */
const FIRST_ROW = 2
/** Where the number of a row goes. No text of a worksheet has this character. */
const NUMBER_OF_ROW = '\u0001'

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
function escaped(text: string): string {
  // Excel cuts a longer one, after a message that the file is damaged.
  if (text.length > SHEET_CELL_LENGTH) throw new ExportFailure('text_too_large')
  return sheetText(text).replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign)
}
const serial = memoised((time: string) => String(serialOf(time)), MINUTES)

/** Returns a row with a value of each column's kind. */
export const sampleRow = (columns: Column[]): Value[] =>
  columns.map(({ kind }) => (kind === 'text' ? TEXT : NUMBER))

/** Takes the XML of a sheet with a header and a sample row apart: what is before and after rows, and how a row reads. */
export function sheetLike(sheet: string, columns: Column[]) {
  const [before = '', sample = '', after = ''] = sheet.split(/<row r="2">(.*?)<\/row>/s)
  const cells = (sample.match(/<c .*?<\/c>/gs) ?? []).map((cell, index) => {
    const value = columns[index]?.kind === 'text' ? TEXT : String(NUMBER)
    return cell.replace(/(?<= r="[A-Z]+)2(?=")/, NUMBER_OF_ROW).split(value)
  })
  const cell = (value: Value, column: number): string => {
    const row = column ? '' : `<row r="${NUMBER_OF_ROW}">`
    if (value === null) return row
    const { kind } = columns[column] ?? {}
    const content = kind === 'text' ? escaped(String(value)) : kind === 'time' ? serial(String(value)) : value
    return row + (cells[column] ?? []).join(String(content))
  }
  const text = rowText(columns, cell, '</row>')
  let row = FIRST_ROW
  return {
    before,
    after,
    rowText: (one: TableRow) => text(one).replaceAll(NUMBER_OF_ROW, String(row++)),
  }
}
