import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import { kindWords } from './column-kind'
import { SHEET_CELL_LENGTH } from './format-limits'
import { formerWords } from './former-words'
import type { Column, Row } from './table'
import { valueLabelsOf } from './value-labels'

/** Returns the headings of the sheet that explains the columns of a table. */
export function codebookHeadings(language: Locale): string[] {
  const t = translator(language, 'columns')
  return (['title', 'name', 'kind', 'value', 'label', 'corrections'] as const).map((name) =>
    t(`codebook.${name}`),
  )
}

/** Joins sentences to texts that each fit into a cell. */
function inCells(sentences: string[]): string[] {
  const cells: string[] = []
  for (const sentence of sentences) {
    const last = cells.at(-1)
    const joined = last === undefined ? undefined : `${last}\n${sentence}`
    if (joined === undefined || joined.length > SHEET_CELL_LENGTH) cells.push(sentence)
    else cells[cells.length - 1] = joined
  }
  return cells
}

/**
 * Returns its rows: one for each column, or one for each value of a column that has only certain ones, and more where
 * former words do not fit into one cell.
 */
export function codebookRows(columns: Column[], language: Locale): Row[] {
  return columns.flatMap((column): Row[] => {
    const { title, name, codes, corrections } = column
    const kind = kindWords(column, language)
    const former = inCells(formerWords(corrections, language))
    const values: { value: number | string; label: string }[] = codes ?? valueLabelsOf(name, language)
    return Array.from({ length: Math.max(1, values.length, former.length) }, (_, at) => {
      const { value = null, label = null } = values[at] ?? {}
      return [title, name, kind, value, label, former[at] ?? null]
    })
  })
}
