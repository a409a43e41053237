import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { ORIGIN } from '@/scripts/testing/export-tables'
import { temporaryFolder } from '@/scripts/testing/folder'
import { type Column, FORMATS, type TableRow } from '../rules/table'
import { WRITERS } from '../writers'
import { openDeflated } from '../writers/deflated'
import { PIECE_BYTES, rowsInto } from '../writers/row-bytes'
import { inTurns } from './turns'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Counts by `note` what happens in each turn of the event loop while `work` runs; resolves to the most in one turn. */
async function mostInATurn(work: (note: (count: number) => void) => Promise<void>): Promise<number> {
  let [most, now] = [0, 0]
  const turn = () => {
    now = 0
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  await work((count) => {
    now += count
    most = Math.max(most, now)
  })
  clearImmediate(next)
  return most
}

const COLUMNS = 400
const ROWS = 300
/** As many columns as twenty questions with twenty boxes have. */
const columns = Array.from(
  { length: COLUMNS },
  (_, at): Column => ({ name: `c${at}`, title: `C${at}`, kind: 'number', own: true }),
)

it('no format makes more than some ten thousands of cells in one turn, however many columns there are', async () => {
  for (const format of FORMATS) {
    const most = await mostInATurn(async (note) => {
      // A column after the other asks a row for each of its cells; the other writers ask for all of them at once.
      const asked = format === 'parquet' ? 1 : COLUMNS
      const cells = Array(COLUMNS).fill(1)
      const rows = Array.from(
        { length: ROWS },
        (): TableRow => ({
          shared: [],
          get own() {
            note(asked)
            return cells
          },
        }),
      )
      const file = path.join(folder, format)
      const writer = await WRITERS[format](file, { columns, origin: ORIGIN, total: ROWS })
      for await (const part of inTurns(rows, COLUMNS)) await writer.write(part)
      await writer.end()
    })
    expect([format, most > 0, most <= 60_000]).toEqual([format, true, true])
  }
})

it('rows are whole in the file, whatever their length, and two buffers are all that they take', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('a', 'é', '🚲', '\u0000'), fc.nat(PIECE_BYTES)), { maxLength: 40 }),
      async (shapes) => {
        const texts = shapes.map(([letter, length]) => letter.repeat(length / letter.length))
        const file = path.join(folder, 'rows')
        const output = await openDeflated(file)
        const buffers = new Set<unknown>()
        const most = await mostInATurn(async (note) => {
          const rows = rowsInto<string>(
            {
              write: async (data) => {
                note(data.length)
                if (typeof data !== 'string') buffers.add(data.buffer)
                await output.write(data)
              },
            },
            (text) => text,
          )
          await rows.write(texts)
          await rows.flush()
        })
        await output.end()
        expect(inflateRawSync(await readFile(file)).toString()).toBe(texts.join(''))
        expect(buffers.size).toBeLessThanOrEqual(2)
        expect(most).toBeLessThanOrEqual(PIECE_BYTES)
      },
    ),
    { numRuns: 20 },
  )
})
