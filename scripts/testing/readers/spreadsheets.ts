import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Column, Format } from '../../../lib/exports/rules/table'
import { readCsv } from './python'
import type { Cell, Read, Reader } from './reader'
import { ask, delimiterOf, firstLine } from './reader'

/** Matches an instant as a spreadsheet shows it. */
const SHOWN_TIME = /^(\d{4}[-/]\d\d[-/]\d\d) (\d\d:\d\d)(:\d\d)?$/

/**
 * Converts texts of a spreadsheet that look like times, in columns of times: a spreadsheet shows everything as text.
 */
function withTimes({ columns, rows }: Read, expected: Column[]): Read {
  const seen = (cell: Cell, at: number): Cell => {
    const [, day, minute, second = ':00'] = SHOWN_TIME.exec(String(cell)) ?? []
    return expected[at]?.kind === 'time' && day
      ? { time: `${day.replaceAll('/', '-')}T${minute}${second}Z` }
      : cell
  }
  return { columns, rows: rows.map((row) => row.map(seen)) }
}

/** Returns a reader that lets `convert` write what the spreadsheet shows to a CSV file, and reads that by Python. */
async function shown(convert: (folder: string, file: string) => Promise<void>): Promise<Read> {
  const folder = mkdtempSync(path.join(tmpdir(), 'avis-readers-'))
  try {
    const file = path.join(folder, 'shown.csv')
    await convert(folder, file)
    return await readCsv(file, ',')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Comma, quotation mark, UTF-8, from the first line; every text quoted, and cells as shown. */
const LIBREOFFICE_OUT = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true'
const libreOfficeIn = (format: Format) =>
  format === 'xlsx'
    ? []
    : [`--infilter=Text - txt - csv (StarCalc):${delimiterOf(format).charCodeAt(0)},34,76,1`]

export const libreOffice: Reader = {
  name: 'LibreOffice',
  formats: ['xlsx', 'csv-excel-fr', 'csv-excel-en'],
  packages: ['libreoffice-calc'],
  version: async () => (await firstLine('soffice', '--version')).split(' ').slice(0, 2).join(' '),
  read: async (file, format, columns) =>
    withTimes(
      await shown(async (folder, out) => {
        const made = path.join(folder, 'out')
        // A profile of its own: otherwise another LibreOffice of the same account would handle the request.
        const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
        await ask('soffice', [
          ...[profile, '--headless', ...libreOfficeIn(format)],
          ...['--convert-to', LIBREOFFICE_OUT, '--outdir', made, file],
        ])
        const name = path.basename(file).replace(/\.\w+$/, '.csv')
        await ask('mv', [path.join(made, name), out])
      }),
      columns,
    ),
}

export const gnumeric: Reader = {
  name: 'gnumeric',
  // Its import of CSV guesses the separator, each time from other rows.
  formats: ['xlsx'],
  packages: ['gnumeric'],
  version: async () => {
    // It prints its version where other programs print errors.
    const said = await ask('sh', ['-c', 'ssconvert --version 2>&1'])
    return `gnumeric ${/\d[\d.]+/.exec(said)?.[0]}`
  },
  read: async (file, _format, columns) =>
    withTimes(
      await shown(async (_, out) => {
        await ask('ssconvert', ['--export-type=Gnumeric_stf:stf_csv', file, out])
      }),
      columns,
    ),
}
