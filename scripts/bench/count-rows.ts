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

/** The start of each row of a worksheet. No text can contain it: XML escapes its <. */
const ROW = '<row '

async function xlsxRows(file: string): Promise<number> {
  const zip = await openZip(file)
  try {
    let rows = 0
    let rest = ''
    for await (const chunk of zip.read('xl/worksheets/sheet1.xml')) {
      const parts = (rest + chunk.toString('latin1')).split(ROW)
      rows += parts.length - 1
      // The end of a piece may split a marker in two.
      rest = (parts.at(-1) ?? '').slice(1 - ROW.length)
    }
    return rows - 1
  } finally {
    await zip.close()
  }
}

/** Reads the number of cases from the header of an SPSS file. */
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

/** Returns how many ballots a bench's file contains, by a reader that is not its writer. */
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
