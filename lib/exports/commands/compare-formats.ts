import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import type { ZipInput } from '../../platform/runtime/zip'
import { unescapeFormula } from '../rules/escape-formula'
import type { Value } from '../rules/table'
import { linesOf } from './archive'

/** Whether a cell of a CSV file holds `value`, as it is or with the guard before a formula. */
function holds(cell: string | undefined, value: Value): boolean {
  const text = String(value ?? '')
  return cell === text || (cell !== undefined && typeof value === 'string' && unescapeFormula(cell) === text)
}

type Line = Record<string, Value>

/**
 * Returns where FILE.csv and NAME.jsonl of a bundle first say different things, in words; undefined when they never do.
 * `lineOf` makes what a row of the CSV file should hold from a line of the other.
 */
export async function firstDifference(
  zip: ZipInput,
  name: string,
  { file = name, lineOf = (line: Line) => line } = {},
): Promise<string | undefined> {
  const source = zip.read(`${file}.csv`)
  // An error of the source ends the parser, and reaches the code that reads from it.
  const csv = pipeline(source, parse({ relax_column_count: true }), () => undefined)
  const lines = zip.read(`${name}.jsonl`)
  const records = csv[Symbol.asyncIterator]() as AsyncIterator<string[]>
  const header: string[] = (await records.next()).value ?? []
  let row = 0
  try {
    for await (const line of linesOf(lines)) {
      row++
      const object = lineOf(JSON.parse(line) as Line)
      const record = await records.next()
      if (record.done) return `${file}.csv: row ${row} is missing, which ${name}.jsonl has`
      const names = Object.keys(object)
      const wrong = names.findIndex(
        (one, at) => one !== header[at] || !holds(record.value[at], object[one] ?? null),
      )
      if (wrong >= 0 || record.value.length !== names.length)
        return `${file}: row ${row} differs between the CSV and the JSONL file (${names[wrong] ?? 'columns'})`
    }
    if (!(await records.next()).done) return `${file}.csv: more rows than ${name}.jsonl`
    return undefined
  } finally {
    lines.destroy()
    source.destroy()
    csv.destroy()
  }
}
