import type { Format } from '../rules/table'
import { csv, csvExcelEn, csvExcelFr } from './csv'
import { jsonl } from './jsonl'
import { parquet } from './parquet'
import type { Head, RowWriter } from './row-writer'
import { sav } from './sav'
import { xlsx } from './xlsx'

/** How each format's file is made. */
export const WRITERS: Record<Format, (file: string, head: Head) => Promise<RowWriter>> = {
  csv,
  'csv-excel-fr': csvExcelFr,
  'csv-excel-en': csvExcelEn,
  jsonl,
  xlsx,
  parquet,
  sav,
}
