import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Column, Format } from '../../../lib/exports/rules/table'

/** A value as a program shows it. Only what it takes for an instant is a time, as ISO 8601 in UTC. */
export type Cell = string | number | null | { time: string }

/** What a program says of a column beside its values, as far as the format holds it. */
export type Described = {
  label?: string
  /** The label of each number. */
  codes?: Record<string, string>
  /** The numbers that the program leaves out of its statistics. */
  missing?: number[]
  measure?: string
}

/** A table as a program read it. */
export type Read = { columns: string[]; rows: Cell[][]; described?: Described[] }

/** A program that reads files, written by others. */
export type Reader = {
  name: string
  formats: Format[]
  /** The packages of Debian that bring it; none where npm does. */
  packages: string[]
  /** Resolves to what it calls itself; rejects where it is missing. */
  version: () => Promise<string>
  /** Reads the table in `file`; `columns` say which ones hold times and codes. Rejects when the program refuses it. */
  read: (file: string, format: Format, columns: Column[]) => Promise<Read>
}

const MOST_OUTPUT = 200_000_000
const execute = promisify(execFile)

/** Runs a program; resolves to what it printed. Rejects with what it said of an error. */
export async function ask(
  command: string,
  args: string[],
  encoding: BufferEncoding = 'utf8',
): Promise<string> {
  // Of a locale that every Debian has, so that none of them takes UTF-8 for something else.
  const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  const { stdout } = await execute(command, args, { encoding, maxBuffer: MOST_OUTPUT, env })
  return stdout
}

/** What a program printed as JSON: the rows, or the values of each column. */
type Printed = { columns: string[]; rows?: Cell[][]; values?: Cell[][]; described?: Described[] }

/** Takes what a program printed of a table. */
export function readPrinted(text: string): Read {
  const { columns, rows, values = [], described } = JSON.parse(text) as Printed
  const turned = (values[0] ?? []).map((_, at) => values.map((column) => column[at] ?? null))
  return { columns, rows: rows ?? turned, ...(described && { described }) }
}

/** What stands between the cells of a file of each dialect. */
export const delimiterOf = (format: Format) => (format === 'csv-excel-fr' ? ';' : ',')

/** The encoding of a file, as Python names it: what a spreadsheet is to open by a double click has a byte order mark. */
export const encodingOf = (format: Format) => (format.startsWith('csv-excel') ? 'utf-8-sig' : 'utf-8')

/** The first line of what a program says of its version. */
export const firstLine = async (command: string, ...args: string[]) =>
  (await ask(command, args)).trim().split('\n')[0] ?? ''
