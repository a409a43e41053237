import { readXlsx } from '../xlsx'
import type { Cell, Reader } from './reader'
import { versionOf } from './versions'

/** Days from the epoch of worksheets to 1970. */
const EPOCH_DAYS = 25_569
const timeOf = (days: string) => ({
  time: new Date(Math.round((Number(days) - EPOCH_DAYS) * 86_400) * 1000).toISOString(),
})
/** Returns the index of a column from its letters: A, B, … Z, AA. */
const placeOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

export const libxml: Reader = {
  name: 'libxml2',
  formats: ['xlsx'],
  packages: [],
  version: async () => `libxml2-wasm ${versionOf('libxml2-wasm')}, strict`,
  read: async (file, _format, expected) => {
    const [header = {}, ...rows] = readXlsx(file)[0] ?? []
    const columns: string[] = []
    for (const [letters, { value }] of Object.entries(header)) columns[placeOf(letters)] = value
    return {
      columns,
      rows: rows.map((row) => {
        const cells: Cell[] = columns.map(() => null)
        for (const [letters, { kind, value, format }] of Object.entries(row)) {
          const place = placeOf(letters)
          if (kind === 'formula') cells[place] = `formula: ${value}`
          else if (kind !== 'n') cells[place] = value
          else if (value === '') cells[place] = null
          else cells[place] = expected[place]?.kind === 'time' && format ? timeOf(value) : Number(value)
        }
        return cells
      }),
    }
  },
}
