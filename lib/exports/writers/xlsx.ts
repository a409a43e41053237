import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Writable } from 'node:stream'
import { serialOf, sheetText } from '../rules/sheet'
import type { Column, Row } from '../rules/table'
import type { Head, RowWriter } from './row-writer'
import { joinWorkbooks, sheetName, writeFrame } from './workbook'

/** Widths in letters: a time can be read whole, and a long question leaves room for the next. */
const NARROWEST = 18
const WIDEST = 44
const MARGIN = 2

/**
 * Writes a workbook with the rows on its first sheet and the codebook on its second. The library streams rows into a
 * book of one sheet and no properties, so the rest is made apart, and both are joined at the end.
 */
export async function xlsx(file: string, { columns, origin }: Head): Promise<RowWriter> {
  const folder = `${file}.files`
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  const streamed = path.join(folder, 'rows.xlsx')
  // Loaded when it is wanted: a server that takes votes keeps the memory.
  const { writeXlsxStream } = await import('hucre/xlsx')
  // The library asks for rows when it has room; ours come when the database has them.
  const batches = new TransformStream<Row[], Row[]>()
  async function* cells() {
    for await (const batch of batches.readable)
      for (const row of batch) yield row.map((value, at) => cellOf(value, columns[at]))
  }
  const book = writeXlsxStream(cells(), {
    name: sheetName(origin),
    // Rows of long texts may exceed 4 GB before they are packed.
    zip64: true,
    columns: columns.map(({ title, kind }) => ({
      header: sheetText(title),
      width: Math.min(Math.max(title.length + MARGIN, NARROWEST), WIDEST),
      ...(kind === 'time' && { numFmt: 'yyyy-mm-dd hh:mm:ss' }),
    })),
    freezePane: { rows: 1 },
  })
  const output = createWriteStream(streamed)
  const written = book.pipeTo(Writable.toWeb(output))
  const rows = batches.writable.getWriter()
  const failed = written.then(() => new Promise<never>(() => undefined))
  // Who waits below hears of a failure; between two waits nobody does, and that must not end the process.
  failed.catch(() => undefined)
  /** Of a broken file the rows say only that nobody takes them: the reason is what the file says. */
  const orFailure = (work: Promise<void>) => Promise.race([work.catch(() => failed), failed])
  return {
    write: (batch) => orFailure(rows.write(batch)),
    end: async () => {
      await orFailure(rows.close())
      await written
      const frame = path.join(folder, 'frame.xlsx')
      await writeFrame(frame, { columns, origin })
      await joinWorkbooks(streamed, frame, file)
      await rm(folder, { recursive: true })
    },
    close: async () => {
      await rows.abort(new Error('left off')).catch(() => undefined)
      output.destroy()
      // The file may be about to be opened or closed still: it can be removed only after that.
      if (!output.closed) await once(output, 'close')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const cellOf = (value: Row[number], column: Column | undefined) => {
  if (typeof value !== 'string') return value
  return column?.kind === 'time' ? serialOf(value) : sheetText(value)
}
