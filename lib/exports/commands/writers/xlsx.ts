import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { neutral } from '../../rules/neutral'
import type { Column } from '../../rules/table'
import { spreadsheetCell } from './csv'
import type { RowWriter } from './row-writer'

/** Widths in letters: a time can be read whole, and a long question leaves room for the next. */
const NARROWEST = 18
const WIDEST = 44
const MARGIN = 2

export async function xlsx(file: string, columns: Column[]): Promise<RowWriter> {
  // Loaded when it is wanted: a server that takes votes keeps the memory.
  const { default: ExcelJS } = await import('exceljs')
  const stream = createWriteStream(file)
  let broken: Error | undefined
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  // Whoever waits for it hears of it; between two waits nobody does, and that must not end the process.
  failed.catch((error) => {
    broken = error
  })
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: false,
    useSharedStrings: false,
  })
  const sheet = workbook.addWorksheet('Avis', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ title }) => ({
    width: Math.min(Math.max(title.length + MARGIN, NARROWEST), WIDEST),
  }))
  sheet.addRow(columns.map(({ title }) => neutral(title))).commit()
  return {
    write: async (rows) => {
      if (broken) throw broken
      for (const row of rows) sheet.addRow(row.map(spreadsheetCell)).commit()
      // What exceljs has written waits in memory until the disk has it.
      if (stream.writableNeedDrain) await Promise.race([once(stream, 'drain'), failed])
    },
    end: async () => {
      await Promise.race([workbook.commit(), failed])
    },
    close: async () => {
      stream.destroy()
    },
  }
}
