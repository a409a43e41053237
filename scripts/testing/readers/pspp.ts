import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readCsv } from './python'
import type { Cell, Described, Reader } from './reader'
import { ask, firstLine } from './reader'

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Runs SPSS syntax in a folder of its own, which is passed to `work`. */
export async function inPspp<T>(
  syntax: (folder: string) => string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'avis-pspp-'))
  try {
    const file = path.join(folder, 'ask.sps')
    writeFileSync(file, syntax(folder))
    await ask('pspp', ['-b', '-o', path.join(folder, 'said.csv'), '-O', 'format=csv', file])
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds from 14 October 1582, the SPSS epoch, to 1970. */
const EPOCH_SECONDS = 12_219_379_200
const timeOf = (seconds: string): Cell =>
  seconds.trim() ? { time: new Date((Number(seconds) - EPOCH_SECONDS) * 1000).toISOString() } : null

/** Returns the rows below `heading` in PSPP's output. */
function tableIn(rows: Cell[][], heading: string): string[][] {
  const from = rows.findIndex(([first]) => first === heading)
  const rest = from < 0 ? [] : rows.slice(from + 1)
  const end = rest.findIndex((row) => row.length < 2)
  return (end < 0 ? rest : rest.slice(0, end)).map((row) => row.map(String))
}

export const pspp: Reader = {
  name: 'PSPP',
  formats: ['sav'],
  packages: ['pspp'],
  version: () => firstLine('pspp', '--version'),
  read: (file, _format, columns) => {
    const times = columns.filter(({ kind }) => kind === 'time').map(({ name }) => name)
    return inPspp(
      (folder) => `SET TVARS=NAMES.
GET FILE=${quoted(file)}.
DISPLAY DICTIONARY.
${times.length ? `FORMATS ${times.join(' ')} (F20.0).` : ''}
SAVE TRANSLATE /OUTFILE=${quoted(path.join(folder, 'values.csv'))} /TYPE=CSV /FIELDNAMES /CELLS=VALUES /MISSING=IGNORE /REPLACE.
`,
      async (folder) => {
        const { columns: names, rows } = await readCsv(path.join(folder, 'values.csv'), ',')
        const said = await readCsv(path.join(folder, 'said.csv'), ',')
        const printed = [said.columns, ...said.rows]
        const variables = tableIn(printed, 'Table: Variables')
        const [heading = []] = variables
        const codes = codesIn(printed)
        const described = names.map((name): Described => {
          const row = variables.find(([first]) => first === name) ?? []
          const of = (title: string) => row[heading.indexOf(title)] ?? ''
          const missing = of('Missing Values')
            .split(/[;,\s]+/)
            .filter(Boolean)
            .map(Number)
          return {
            label: of('Label'),
            measure: of('Measurement Level'),
            missing,
            ...(codes.has(name) && { codes: codes.get(name) ?? {} }),
          }
        })
        const cell = (value: Cell, at: number) => {
          if (times.includes(names[at] ?? '')) return timeOf(String(value))
          return typeof value === 'string' && value.trim() === '' ? null : value
        }
        return { columns: names, rows: rows.map((row) => row.map(cell)), described }
      },
    )
  },
}

/** Returns value labels by variable: the name stands only beside its first value. */
function codesIn(printed: Cell[][]): Map<string, Record<string, string>> {
  const codes = new Map<string, Record<string, string>>()
  let name = ''
  for (const [first = '', value = '', label = ''] of tableIn(printed, 'Table: Value Labels').slice(1)) {
    if (first) name = first
    codes.set(name, { ...codes.get(name), [String(Number.parseFloat(String(value)))]: label })
  }
  return codes
}
