import type { Column, Format, Row } from '../../rules/table'
import { csv, csvExcelFr } from './csv'
import { jsonl } from './jsonl'
import { parquet } from './parquet'
import { sav } from './sav'
import { xlsx } from './xlsx'

/**
 * Takes the rows of one table as they come, and makes a file of them; memory does not grow with the rows. `close` is
 * for when it will not be finished: it lets go of the file.
 */
export type RowWriter = {
  write: (rows: Row[]) => Promise<void>
  end: () => Promise<void>
  close: () => Promise<void>
}

export const WRITERS: Record<Format, (file: string, columns: Column[]) => Promise<RowWriter>> = {
  csv,
  'csv-excel-fr': csvExcelFr,
  jsonl,
  xlsx,
  parquet,
  sav,
}
