/**
 * What a spreadsheet could take for a formula: a cell that begins with = + - @, a tab or a carriage return, or a
 * full-width form of these, also after apostrophes (OWASP, CSV Injection).
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u

/** `text` so that a spreadsheet shows it and computes nothing: an apostrophe before what could be a formula. */
export const escapeFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** What `neutral` was given. */
export const unescapeFormula = (cell: string): string =>
  /^'+[=+\-@\t\r＝＋－＠]/u.test(cell) ? cell.slice(1) : cell
