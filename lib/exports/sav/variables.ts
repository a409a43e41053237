import { SAV_PLACE_DIGITS, SAV_TEXT_BYTES } from '../rules/format-limits'
import type { Column } from '../rules/table'

/**
 * The columns of a table as SPSS has them. The format is IBM's own; what is written here follows its description in
 * the developers' guide of GNU PSPP («System File Format»).
 */
export type Variable = {
  column: Column
  /** At most eight characters, unique: old readers know no other name. */
  short: string
  /** Bytes of its texts; 0 for numbers. */
  width: number
  /** A text of more than 255 bytes is kept as several variables in a row, each at most that wide. */
  segments: number[]
  /** The number that stands for a label. */
  codeOf: Map<string, number> | undefined
}

const SEGMENT = 255
/** What a segment adds to the width, though it holds 255 bytes: three are lost in each. */
const SEGMENT_GAIN = 252

/** Eight bytes are one element of the data. */
export const elementsOf = (width: number) => (width === 0 ? 1 : Math.ceil(width / 8))

function segmentsOf(width: number): number[] {
  if (width <= SEGMENT) return [width]
  const last = Math.ceil(width / SEGMENT_GAIN) - 1
  return [...Array.from({ length: last }, () => SEGMENT), width - last * SEGMENT_GAIN]
}

/** A number in the characters that a short name has room for, in base 36. */
const place = (index: number) => index.toString(36).toUpperCase().padStart(SAV_PLACE_DIGITS, '0')

export const segmentName = (short: string, index: number) =>
  index === 0 ? short : `${short}S${place(index)}`

export const variablesOf = (columns: Column[]): Variable[] =>
  columns.map((column, index) => {
    const isText = column.kind === 'text' && !column.codes
    const width = isText ? Math.min(SAV_TEXT_BYTES, Math.max(1, column.bytes ?? SEGMENT)) : 0
    return {
      column,
      short: `V${place(index)}`,
      width,
      segments: segmentsOf(width),
      codeOf:
        column.kind === 'text' && column.codes
          ? new Map(column.codes.map(({ value, label }) => [label, value]))
          : undefined,
    }
  })
