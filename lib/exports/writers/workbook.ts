import { writeFile } from 'node:fs/promises'
import { translator } from '../../platform/i18n/messages'
import { openZip, writeZip, type ZipInput } from '../../platform/runtime/zip'
import { codebookHeadings, codebookRows } from '../rules/codebook-sheet'
import { FILE_VERSION, propertiesOf, sentencesOf } from '../rules/origin'
import { propertyText, sheetText } from '../rules/sheet'
import type { Head } from './row-writer'

/** What a workbook takes from the file of the rows; the rest is of the frame. */
const OF_ROWS = ['xl/worksheets/sheet1.xml', 'xl/styles.xml']
const WIDTHS = [44, 18, 18, 10, 44, 44]

/** Returns the name of the first sheet. */
export const sheetName = ({ table, language }: Head['origin']) =>
  translator(language, 'columns')(`sheets.${table}`)

/** Writes a workbook whose first sheet is empty; the second explains its columns. */
export async function writeFrame(file: string, { columns, origin }: Head): Promise<void> {
  const { writeXlsx } = await import('hucre/xlsx')
  const { language } = origin
  const headings = codebookHeadings(language)
  const bytes = await writeXlsx({
    stringMode: 'inline',
    properties: {
      title: propertyText(origin.title),
      description: sentencesOf(origin).map(propertyText).join(' · '),
      creator: FILE_VERSION,
      created: new Date(),
      // Words alone: gnumeric 1.12 knows no other kind of property.
      custom: Object.fromEntries(
        Object.entries(propertiesOf(origin)).map(([name, value]) => [`avis.${name}`, propertyText(value)]),
      ),
    },
    sheets: [
      { name: sheetName(origin), rows: [] },
      {
        name: translator(language, 'columns')('sheets.codebook'),
        columns: WIDTHS.map((width) => ({ width })),
        rows: [headings, ...codebookRows(columns, language)].map((row) =>
          row.map((value) => (typeof value === 'string' ? sheetText(value) : value)),
        ),
        freezePane: { rows: 1 },
      },
    ],
  })
  await writeFile(file, bytes)
}

/** Puts the first sheet of the workbook `rows` into `frame`, and writes both as `file`. */
export async function joinWorkbooks(rows: string, frame: string, file: string): Promise<void> {
  const inputs: ZipInput[] = []
  try {
    const [sheet, rest] = [await openZip(rows), await openZip(frame)]
    inputs.push(sheet, rest)
    const book = writeZip(file)
    for (const name of rest.names) await book.copy(name, (OF_ROWS.includes(name) ? sheet : rest).stored(name))
    await book.end()
  } finally {
    for (const input of inputs) await input.close()
  }
}
