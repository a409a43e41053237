import { appending } from './file'
import type { Head } from './row-writer'

/** Line breaks to some readers, which JSON lets stand in a text. */
const BREAKS = /[\u0085\u2028\u2029]/g

const escapedBreak = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Writes one JSON object a line, every value as it is. */
export function jsonl(file: string, { columns }: Head) {
  const names = columns.map(({ name }) => JSON.stringify(name))
  return appending(file, '', (rows) =>
    rows
      .map(
        (row) => `{${names.map((name, index) => `${name}:${JSON.stringify(row[index] ?? null)}`).join()}}\n`,
      )
      .join('')
      .replace(BREAKS, escapedBreak),
  )
}
