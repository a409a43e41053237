import type { Format, Table } from './table'

/** UTF-16 units that a cell of a worksheet has room for (Microsoft, Excel specifications and limits). */
export const SHEET_CELL_LENGTH = 32_767
/**
 * Bytes of the widest text variable: one less than SPSS has (IBM, SPSS Statistics, variable types and formats), since haven
 * 2.5 leaves out the last byte of a text of 32,767.
 */
export const SAV_TEXT_BYTES = 32_766
/** Digits in base 36 of a variable's place, which short names of eight characters have room for. */
export const SAV_PLACE_DIGITS = 3

type Limits = { rows?: number; columns?: number; textBytes?: number }

/**
 * What files of a format have room for; formats that are not listed have no limit. A worksheet has 1,048,576 lines, of which
 * the first is the header, and 16,384 columns (Microsoft, Excel specifications and limits).
 */
export const LIMITS: Partial<Record<Format, Limits>> = {
  xlsx: { rows: 1_048_575, columns: 16_384 },
  sav: { columns: 36 ** SAV_PLACE_DIGITS, textBytes: SAV_TEXT_BYTES },
}

/** Why a file cannot hold a table; each has a sentence that says what to choose instead. */
export const LACKS_OF_ROOM = ['too_many_rows', 'too_many_columns', 'text_too_large'] as const
export type LackOfRoom = (typeof LACKS_OF_ROOM)[number]

/** Returns for what of a table a file of `format` has no room; undefined where it has. */
export function lackOfRoom(
  format: Format,
  { columns, total }: Pick<Table, 'columns' | 'total'>,
): LackOfRoom | undefined {
  const limits = LIMITS[format] ?? {}
  const over = (count: number, most = Number.POSITIVE_INFINITY) => count > most
  if (over(total, limits.rows)) return 'too_many_rows'
  if (over(columns.length, limits.columns)) return 'too_many_columns'
  return columns.some(({ bytes = 0 }) => over(bytes, limits.textBytes)) ? 'text_too_large' : undefined
}
