import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { readXlsx } from '@/scripts/testing/xlsx'
import type { Column, Row } from '../rules/table'
import { xlsx } from './xlsx'

const folder = mkdtempSync(path.join(tmpdir(), 'avis-xlsx-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = path.join(folder, 'book.xlsx')
const columns: Column[] = [
  { name: 'at', title: 'Répondu le', kind: 'time' },
  { name: 'text', title: '  =Quel\u0001 avis ? \uffff', kind: 'text' },
  { name: 'count', title: 'Nombre', kind: 'number' },
]

async function written(batches: Row[][]) {
  const writer = await xlsx(file, columns)
  for (const batch of batches) await writer.write(batch)
  await writer.end()
  const [sheet = []] = readXlsx(file)
  return sheet
}

/** What XML refuses, what a worksheet takes for a code, what begins a formula, spaces, and letters of every size. */
const unit = fc.oneof(
  fc.constantFrom('\0', '\u0008', '\t', '\n', '\r', '\u001f', '\ufffe', '\uffff', '_x0041_', '_', 'x'),
  fc.constantFrom(' ', '\u00a0', '=', "'", '<', '&', ']]>', '"', 'é', '🚲', '\u{1fffe}', '\u2028'),
)
const texts = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''))

it('every text is in the sheet as it was typed, whatever its characters', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { maxLength: 8 }), async (typed) => {
      const [header, ...rows] = await written([typed.map((text) => [null, text, null])])
      expect(header?.B?.value).toBe(columns[1]?.title)
      expect(rows.map(({ B }) => B?.value ?? '')).toEqual(typed)
      for (const { B } of rows) if (B) expect(B.kind).toBe('inlineStr')
    }),
    { numRuns: 60 },
  )
})

it('half a character becomes the mark of an unknown one', async () => {
  const [, row] = await written([[[null, 'a\ud800b', null]]])
  expect(row?.B?.value).toBe('a\ufffdb')
})

it('a time is a number of days with a format of its own, in UTC', async () => {
  const [, first, second] = await written([
    [['2026-12-31T23:59Z', 'x', 3]],
    [['1999-01-01T00:00Z', null, 0.5]],
  ])
  // A day's fraction is rounded, by a spreadsheet too.
  const minuteOf = (value = '') =>
    new Date(Math.round((Number(value) - 25_569) * 86_400) * 1000).toISOString().slice(0, 16)
  expect(minuteOf(first?.A?.value)).toBe('2026-12-31T23:59')
  expect(minuteOf(second?.A?.value)).toBe('1999-01-01T00:00')
  expect(first?.A).toMatchObject({ kind: 'n', format: 1 })
  expect([first?.C?.value, second?.C?.value, second?.B]).toEqual(['3', '0.5', undefined])
})

it('a failure of the disk reaches the one who writes, and leaving off leaves nothing open', async () => {
  const missing = await xlsx(path.join(folder, 'no-such-folder', 'book.xlsx'), columns)
  const rows: Row[] = [[null, 'x', 1]]
  await expect(
    (async () => {
      for (;;) await missing.write(rows)
    })(),
  ).rejects.toThrow(/ENOENT/)
  await missing.close()
  const left = await xlsx(file, columns)
  await left.write(rows)
  await left.close()
  await expect(left.write(rows)).rejects.toThrow('left off')
})
