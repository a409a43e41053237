import type { Column, Format } from '../rules/table'
import { csv, csvExcelFr } from './csv'
import { jsonl } from './jsonl'
import { parquet } from './parquet'
import type { RowWriter } from './row-writer'
import { sav } from './sav'
import { xlsx } from './xlsx'

/** How each format's file is made. */
export const WRITERS: Record<Format, (file: string, columns: Column[]) => Promise<RowWriter>> = {
  csv,
  'csv-excel-fr': csvExcelFr,
  jsonl,
  xlsx,
  parquet,
  sav,
}
