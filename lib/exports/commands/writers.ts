import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import ExcelJS from 'exceljs'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import { neutral } from '../rules/neutral'
import type { Column, Format, Row, Value } from '../rules/table'

/** Takes the rows of one table as they come, and makes a file of them. Memory does not grow with the rows. */
export type RowWriter = { write: (rows: Row[]) => Promise<void>; end: () => Promise<void> }

/** A worksheet has no more lines than this, one of them the header (Microsoft, Excel specifications and limits). */
const XLSX_ROWS = 1_048_575

const cell = (value: Value) => (typeof value === 'string' ? neutral(value) : value)

/** Into a file in order, waiting for the disk. */
async function textFile(file: string, first: string, text: (rows: Row[]) => string): Promise<RowWriter> {
  const handle: FileHandle = await open(file, 'w')
  await handle.write(first)
  return {
    write: async (rows) => {
      await handle.write(text(rows))
    },
    end: () => handle.close(),
  }
}

/** RFC 4180, UTF-8 without a mark; headers for programs. */
const csv = (file: string, columns: Column[]) => {
  const options = { record_delimiter: '\r\n' }
  const text = (rows: Row[]) =>
    stringify(
      rows.map((row) => row.map(cell)),
      options,
    )
  return textFile(file, stringify([columns.map(({ name }) => neutral(name))], options), text)
}

/** As a French Excel opens it by a double click: byte order mark, semicolons, headers in the survey's own words. */
const csvExcelFr = (file: string, columns: Column[]) => {
  const options = { delimiter: ';', record_delimiter: '\r\n' }
  const text = (rows: Row[]) =>
    stringify(
      rows.map((row) => row.map(cell)),
      options,
    )
  return textFile(file, `\ufeff${stringify([columns.map(({ title }) => neutral(title))], options)}`, text)
}

/** One JSON object a line, every value as it is. */
const jsonl = (file: string, columns: Column[]) =>
  textFile(file, '', (rows) =>
    rows
      .map(
        (row) =>
          `${JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])))}\n`,
      )
      .join(''),
  )

async function xlsx(file: string, columns: Column[]): Promise<RowWriter> {
  const stream = createWriteStream(file)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: false,
    useSharedStrings: false,
  })
  const sheet = workbook.addWorksheet('Avis', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRow(columns.map(({ title }) => neutral(title))).commit()
  let count = 0
  return {
    write: async (rows) => {
      count += rows.length
      if (count > XLSX_ROWS) throw new Error('too many rows for a worksheet: choose csv, jsonl or parquet')
      for (const row of rows) sheet.addRow(row.map(cell)).commit()
      // What exceljs has written waits in memory until the disk has it.
      if (stream.writableNeedDrain) await once(stream, 'drain')
    },
    end: async () => {
      await workbook.commit()
    },
  }
}

async function parquet(file: string, columns: Column[]): Promise<RowWriter> {
  const schema = columns.map(({ name, kind }) =>
    kind === 'number'
      ? ({ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' } as const)
      : ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const),
  )
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: [{ name: 'root', num_children: columns.length }, ...schema],
  })
  return {
    write: async (rows) => {
      await writer.write({
        columnData: columns.map(({ name }, index) => ({
          name,
          data: rows.map((row) => row[index] ?? null),
        })),
      })
    },
    end: async () => {
      await writer.finish()
    },
  }
}

export const WRITERS: Record<Format, (file: string, columns: Column[]) => Promise<RowWriter>> = {
  csv,
  'csv-excel-fr': csvExcelFr,
  jsonl,
  xlsx,
  parquet,
}
