/**
 * The guard before what a spreadsheet could take for a formula. Not the ASCII apostrophe that OWASP names: gnumeric
 * drops that one on opening, and its own file then holds the formula. Gnumeric and LibreOffice keep this one.
 */
const GUARD = '’'

/**
 * What begins a formula (OWASP, CSV Injection): = + - @, a tab, or a full-width form of these, also after guards, and
 * after a byte order mark, which some programs leave out. At every beginning of a line: a reader that was told another
 * separator takes each line of a quoted cell for a row.
 */
const FORMULA = /(^|[\r\n])([’'\ufeff]*[=+\-@\t＝＋－＠])/gu
/** A first line that is empty leaves a line break at the beginning, which is a trigger itself. */
const BREAK = /^[’'\ufeff]*[\r\n]/u

/** Returns `text` so that a spreadsheet shows it and computes nothing, whatever it takes for the beginning of a cell. */
export function escapeFormula(text: string): string {
  const lines = text.replace(FORMULA, `$1${GUARD}$2`)
  return BREAK.test(lines) ? GUARD + lines : lines
}

const GUARDED = /(^|[\r\n])[’'](?=[’'\ufeff]*[=+\-@\t＝＋－＠])/gu

/** Returns what `escapeFormula` was given. Files made before have an ASCII apostrophe, which it takes away as well. */
export const unescapeFormula = (cell: string): string =>
  (BREAK.test(cell) && /^[’']/u.test(cell) ? cell.slice(1) : cell).replace(GUARDED, '$1')
