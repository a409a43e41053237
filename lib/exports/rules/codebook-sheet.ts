import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import { formerWords } from './former-words'
import type { Column, Row } from './table'

/** Returns the headings of the sheet that explains the columns of a table. */
export function codebookHeadings(language: Locale): string[] {
  const t = translator(language, 'columns')
  return (['title', 'name', 'kind', 'value', 'label', 'corrections'] as const).map((name) =>
    t(`codebook.${name}`),
  )
}

/** Returns its rows: one for each column, or one for each value of a column that has only certain ones. */
export function codebookRows(columns: Column[], language: Locale): Row[] {
  const t = translator(language, 'columns')
  return columns.flatMap(({ title, name, kind, codes = [], corrections }): Row[] => {
    const former = formerWords(corrections, language).join('\n') || null
    const row = (value: number | null, label: string | null, at: number): Row => [
      title,
      name,
      t(`codebook.kinds.${kind}`),
      value,
      label,
      at === 0 ? former : null,
    ]
    return codes.length ? codes.map(({ value, label }, at) => row(value, label, at)) : [row(null, null, 0)]
  })
}
