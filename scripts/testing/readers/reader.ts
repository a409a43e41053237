import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Column, Format } from '../../../lib/exports/rules/table'

/** Formats of several files in one ZIP. */
export const ARCHIVES = ['polis', 'bundle'] as const
export type Archive = (typeof ARCHIVES)[number]

/** A value as a program shows it. It is a time, as ISO 8601 in UTC, only if the program recognises an instant. */
export type Cell = string | number | null | { time: string }

/** A program's description of a column beside its values, as far as the format holds it. */
export type Described = {
  label?: string
  /** The label of each number. */
  codes?: Record<string, string>
  /** The numbers that the program excludes from its statistics. */
  missing?: number[]
  measure?: string
}

/** A table as a program read it. */
export type Read = { columns: string[]; rows: Cell[][]; described?: Described[] }

/** An independent program that reads files. */
export type Reader = {
  name: string
  formats: Format[]
  /** The Debian packages that contain it; none if npm does. */
  packages: string[]
  /** Resolves to its name and version; rejects where it is missing. */
  version: () => Promise<string>
  /** Reads the table in `file`; `columns` names those with times and codes. Rejects when the program refuses it. */
  read: (file: string, format: Format, columns: Column[]) => Promise<Read>
}

const MAX_OUTPUT = 200_000_000
const execute = promisify(execFile)

/** Runs a program; resolves to its output. Rejects with its error message. */
export async function ask(
  command: string,
  args: string[],
  encoding: BufferEncoding = 'utf8',
): Promise<string> {
  // A locale that every Debian has, so that no program mistakes UTF-8 for another encoding.
  const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  const { stdout } = await execute(command, args, { encoding, maxBuffer: MAX_OUTPUT, env })
  return stdout
}

/** A program's output as JSON: the rows, or the values of each column. */
type Printed = { columns: string[]; rows?: Cell[][]; values?: Cell[][]; described?: Described[] }

/** Parses a program's output of a table. */
export function readPrinted(text: string): Read {
  const { columns, rows, values = [], described } = JSON.parse(text) as Printed
  const turned = (values[0] ?? []).map((_, at) => values.map((column) => column[at] ?? null))
  return { columns, rows: rows ?? turned, ...(described && { described }) }
}

/** Returns the delimiter of each dialect. */
export const delimiterOf = (format: Format) => (format === 'csv-excel-fr' ? ';' : ',')

/**
 * Returns the encoding of a file by its Python name: a file that a spreadsheet opens by a double click has a byte order
 * mark.
 */
export const encodingOf = (format: Format) => (format.startsWith('csv-excel') ? 'utf-8-sig' : 'utf-8')

/** Returns the first line of a program's version output. */
export const firstLine = async (command: string, ...args: string[]) =>
  (await ask(command, args)).trim().split('\n')[0] ?? ''
