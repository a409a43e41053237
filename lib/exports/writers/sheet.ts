import { rowText } from '../rules/pieces'
import { MINUTES, remembering } from '../rules/remembering'
import { serialOf, sheetText } from '../rules/sheet'
import type { Column, TableRow, Value } from '../rules/table'
import { rowBytes } from './row-bytes'

/** Values of a row that the library writes, to be found again in its XML; the space makes it keep spaces. */
const TEXT = ' 987654321'
const NUMBER = 987654321
/** The header is the first row. */
const FIRST_ROW = 2
/** Where the number of a row goes. No text of a worksheet has this character. */
const NUMBER_OF_ROW = '\u0001'

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => sheetText(text).replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign)
const serial = remembering((time: string) => String(serialOf(time)), MINUTES)

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
  const rows = rowBytes((one: TableRow) => text(one).replaceAll(NUMBER_OF_ROW, String(row++)))
  return { before, after, rows }
}
