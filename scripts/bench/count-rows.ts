import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet'
import { readThrough } from '../../lib/exports/commands/archive'
import { openZip } from '../../lib/platform/runtime/zip'

async function csvRows(source: NodeJS.ReadableStream, delimiter = ','): Promise<number> {
  let rows = 0
  for await (const _ of source.pipe(parse({ delimiter, bom: true }))) rows++
  return rows - 1
}

async function zipRows(file: string, name: string): Promise<number> {
  const zip = await openZip(file)
  try {
    if (name.endsWith('.csv')) return await csvRows(zip.read(name))
    return (await readThrough(zip, name)).rows
  } finally {
    await zip.close()
  }
}

/** What each row of a worksheet begins with; no text can: in XML its < is written otherwise. */
const ROW = '<row '

async function xlsxRows(file: string): Promise<number> {
  const zip = await openZip(file)
  try {
    let rows = 0
    let rest = ''
    for await (const chunk of zip.read('xl/worksheets/sheet1.xml')) {
      const parts = (rest + chunk.toString('latin1')).split(ROW)
      rows += parts.length - 1
      // A mark may be cut in two by the end of a piece.
      rest = (parts.at(-1) ?? '').slice(1 - ROW.length)
    }
    return rows - 1
  } finally {
    await zip.close()
  }
}

/** A file for SPSS says in its head how many cases it has. */
async function savRows(file: string): Promise<number> {
  const handle = await open(file)
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 80)
  await handle.close()
  return buffer.readInt32LE()
}

async function lineCount(file: string): Promise<number> {
  let lines = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
  return lines
}

/** How many ballots the file of a bench has, by a reader that is not its writer. */
export async function countRows(format: string, file: string): Promise<number> {
  switch (format) {
    case 'csv':
    case 'csv-excel-en':
      return csvRows(createReadStream(file))
    case 'csv-excel-fr':
      return csvRows(createReadStream(file), ';')
    case 'xlsx':
      return xlsxRows(file)
    case 'parquet':
      return Number((await parquetMetadataAsync(await asyncBufferFromFile(file))).num_rows)
    case 'sav':
      return savRows(file)
    case 'polis':
      return zipRows(file, 'participant-votes.csv')
    case 'bundle':
      return zipRows(file, 'ballots.csv')
    default:
      return lineCount(file)
  }
}
