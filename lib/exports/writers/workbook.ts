import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { translator } from '../../platform/i18n/messages'
import { openZip, writeZip, type ZipInput } from '../../platform/runtime/zip'
import { codebookHeadings, codebookRows } from '../rules/codebook-sheet'
import { FILE_VERSION, propertiesOf, sentencesOf } from '../rules/origin'
import { propertyText, sheetText } from '../rules/sheet'
import type { Deflated } from './deflated'
import type { Head } from './row-writer'
import { sampleRow } from './sheet'

/** Where a workbook has the sheet of the rows, and what it takes from the book of that sheet besides. */
const SHEET = 'xl/worksheets/sheet1.xml'
const STYLES = 'xl/styles.xml'
const WIDTHS = [44, 18, 18, 10, 44]
/** Widths in letters: a time can be read whole, and a long question leaves room for the next. */
const NARROWEST = 18
const WIDEST = 44
const MARGIN = 2

const sheetName = ({ table, language }: Head['origin']) => translator(language, 'columns')(`sheets.${table}`)

/** Writes a workbook of one sheet, with a header and one row of samples; resolves to the XML of the sheet. */
export async function writeSample(file: string, { columns, origin }: Head): Promise<string> {
  // Loaded when it is wanted: a server that takes votes keeps the memory.
  const { writeXlsxStream } = await import('hucre/xlsx')
  const book = writeXlsxStream([sampleRow(columns)], {
    name: sheetName(origin),
    columns: columns.map(({ title, kind }) => ({
      header: sheetText(title),
      width: Math.min(Math.max(title.length + MARGIN, NARROWEST), WIDEST),
      ...(kind === 'time' && { numFmt: 'yyyy-mm-dd hh:mm:ss' }),
    })),
    freezePane: { rows: 1 },
  })
  await writeFile(file, book)
  const zip = await openZip(file)
  try {
    return await text(zip.read(SHEET))
  } finally {
    await zip.close()
  }
}

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

/** Puts a sheet of rows, deflated into the file `rows`, and the styles of `sample` into `frame`; writes all as `file`. */
export async function joinWorkbook(
  rows: string,
  content: Deflated,
  { sample, frame }: { sample: string; frame: string },
  file: string,
): Promise<void> {
  const inputs: ZipInput[] = []
  try {
    const [styled, rest] = [await openZip(sample), await openZip(frame)]
    inputs.push(styled, rest)
    const book = writeZip(file)
    for (const name of rest.names) {
      if (name === SHEET) await book.addDeflated(name, createReadStream(rows), content)
      else await book.copy(name, (name === STYLES ? styled : rest).stored(name))
    }
    await book.end()
  } finally {
    for (const input of inputs) await input.close()
  }
}
