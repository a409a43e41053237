import { rowText } from '../rules/row-text'
import type { Value } from '../rules/table'
import { appending } from './file'
import { openFile } from './output'
import type { Writer } from './row-writer'

/** Line breaks to some readers, which JSON lets stand in a text. */
const BREAKS = /[\u0085\u2028\u2029]/g

const escapedBreak = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Writes one JSON object a line, every value as it is. */
export const jsonl: Writer = (file, { columns }, open = openFile) => {
  const names = columns.map(({ name }, index) => `${index ? ',' : '{'}${JSON.stringify(name)}:`)
  const cell = (value: Value, column: number) =>
    names[column] +
    (typeof value === 'string' ? JSON.stringify(value).replace(BREAKS, escapedBreak) : String(value))
  return appending(open, file, '', rowText(columns, cell, '}\n'))
}
