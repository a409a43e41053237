import type { Format } from '../rules/table'
import { csv, csvCodes, csvExcelEn, csvExcelFr } from './csv'
import { jsonl } from './jsonl'
import { parquet } from './parquet'
import type { Writer } from './row-writer'
import { sav } from './sav'
import { xlsx } from './xlsx'

/** Also what only bundles have. */
export type WrittenFormat = Format | 'csv-codes'

/** How each format's file is made. */
export const WRITERS: Record<WrittenFormat, Writer> = {
  csv,
  'csv-codes': csvCodes,
  'csv-excel-fr': csvExcelFr,
  'csv-excel-en': csvExcelEn,
  jsonl,
  xlsx,
  parquet,
  sav,
}
