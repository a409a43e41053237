/** What XML 1.0 has no place for, and an underscore that a spreadsheet would take for the beginning of a code. */
const CODED = /(?![\t\n\u007f-\u009f])[\p{Cc}\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/gu

/**
 * Makes `text` what the XML of a worksheet must hold for a spreadsheet to show `text`: `_xHHHH_` stands for a
 * character (ECMA-376 Part 1, ST_Xstring). A text cell is never computed, so nothing is put before a formula.
 */
export const sheetText = (text: string): string =>
  text
    .toWellFormed()
    .replace(
      CODED,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )

/** Returns `text` as one line of the workbook's properties, which have no codes for characters. */
export const propertyText = (text: string): string =>
  text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ')

const DAY_MS = 86_400_000
/** 1 January 1970, counted from the day that worksheets begin with. */
const EPOCH_DAYS = 25_569

/** Gives the number of days that a worksheet keeps for an ISO time, in UTC. */
export const serialOf = (time: string): number => Date.parse(time) / DAY_MS + EPOCH_DAYS
