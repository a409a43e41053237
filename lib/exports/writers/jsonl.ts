import type { Column } from '../rules/table'
import { appending } from './file'

/** One JSON object a line, every value as it is. */
export function jsonl(file: string, columns: Column[]) {
  const names = columns.map(({ name }) => JSON.stringify(name))
  return appending(file, '', (rows) =>
    rows
      .map(
        (row) => `{${names.map((name, index) => `${name}:${JSON.stringify(row[index] ?? null)}`).join()}}\n`,
      )
      .join(''),
  )
}
