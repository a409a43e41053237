import { csvkit, miller } from './csvkit-miller'
import { arrow, duckdb } from './duckdb-arrow'
import { libxml } from './libxml'
import { pspp } from './pspp'
import { openpyxl, pandas, pythonCsv } from './python'
import { dataTable, haven, jsonlite, readr } from './r'
import type { Reader } from './reader'
import { gnumeric, libreOffice } from './spreadsheets'

export const READERS: Reader[] = [
  ...[pythonCsv, pandas, csvkit, miller, readr, dataTable, duckdb],
  ...[jsonlite, openpyxl, libreOffice, gnumeric, libxml, arrow, pspp, haven],
]

/** Returns the installed readers with their versions, and the missing ones. */
export async function present(
  readers = READERS,
): Promise<{ found: { reader: Reader; version: string }[]; missing: Reader[] }> {
  const found: { reader: Reader; version: string }[] = []
  const missing: Reader[] = []
  for (const reader of readers)
    await reader.version().then(
      (version) => found.push({ reader, version }),
      () => missing.push(reader),
    )
  return { found, missing }
}

/** Returns the command that installs the missing readers. */
export const installLine = (missing: Reader[]) => [
  'apt-get',
  'install',
  '-y',
  ...new Set(missing.flatMap(({ packages }) => packages)),
]
