import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { ORIGIN } from '@/scripts/testing/export-tables'
import { extent } from '@/scripts/testing/test-size'
import { readXlsx } from '@/scripts/testing/xlsx'
import { type Column, ownRow, type Row } from '../rules/table'
import { xlsx } from './xlsx'

const folder = mkdtempSync(path.join(tmpdir(), 'avis-xlsx-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = path.join(folder, 'book.xlsx')
const columns: Column[] = [
  { name: 'at', title: 'Répondu le', kind: 'time', own: true },
  { name: 'text', title: '  =Quel\u0001 avis ? \uffff', kind: 'text', own: true },
  { name: 'count', title: 'Nombre', kind: 'number', own: true },
]
const HEAD = { columns, origin: ORIGIN, total: 0 }

async function written(batches: Row[][]) {
  const writer = await xlsx(file, HEAD)
  for (const batch of batches) await writer.write(batch.map(ownRow))
  await writer.end()
  const [sheet = []] = readXlsx(file)
  return sheet
}

/** What XML refuses, what a worksheet takes for a code, what begins a formula, spaces, and letters of every size. */
const unit = fc.oneof(
  fc.constantFrom(
    '\0',
    '\u0008',
    '\t',
    '\n',
    '\r',
    '\u001f',
    '\ufffe',
    '\uffff',
    '\u0085',
    '_x0041_',
    '_',
    'x',
  ),
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
    { numRuns: extent(10, 200) },
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

it('a text of as many letters as a cell of Excel has room for is whole, and a longer one is refused', async () => {
  const longest = `${'&'.repeat(32_760)}_x0041_`
  const [, row] = await written([[[null, longest, null]]])
  expect(row?.B?.value).toBe(longest)
  const writer = await xlsx(file, HEAD)
  await expect(writer.write([ownRow([null, `${longest}x`, null])])).rejects.toThrow('text_too_large')
  await writer.close()
})

it('a failure of the disk reaches the one who writes, and leaving off leaves nothing open', async () => {
  const rows = [ownRow([null, 'x', 1])]
  const missing = path.join(folder, 'no-such-folder', 'book.xlsx')
  await expect(xlsx(missing, HEAD)).rejects.toThrow(/ENOENT/)
  const full = await xlsx(file, HEAD)
  rmSync(`${file}.files`, { recursive: true })
  await expect(
    (async () => {
      for (let batch = 0; batch < 3; batch++) await full.write(rows)
      await full.end()
    })(),
  ).rejects.toThrow(/ENOENT/)
  await full.close()
  const left = await xlsx(file, HEAD)
  await left.write(rows)
  await left.close()
  await left.write(rows)
  await expect(left.end()).rejects.toThrow('left off')
  expect(readdirSync(folder).filter((name) => name.endsWith('.files'))).toEqual([])
})

it('a second sheet explains the columns, and the properties say where the figures come from', async () => {
  const codes = [
    { value: 0, label: 'Non choisi' },
    { value: 1, label: 'Choisi' },
  ]
  const box: Column = { name: 'v1_q7_1', title: 'Laquelle ? [=Une]', kind: 'number', codes }
  const writer = await xlsx(file, {
    columns: [...columns, box],
    origin: { ...ORIGIN, title: 'Un\u0001 titre & un \uffff' },
    total: 0,
  })
  await writer.end()
  const [, codebook = []] = readXlsx(file)
  const words = codebook.map((row) => ['A', 'B', 'C', 'D', 'E'].map((column) => row[column]?.value))
  expect(words[0]).toEqual(['Intitulé', 'Nom', 'Contenu', 'Code', 'Signification'])
  expect(words.slice(-2)).toEqual([
    ['Laquelle ? [=Une]', 'v1_q7_1', 'nombre', '0', 'Non choisi'],
    ['Laquelle ? [=Une]', 'v1_q7_1', 'nombre', '1', 'Choisi'],
  ])
  const parts = unzipSync(readFileSync(file))
  const partOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  expect(partOf('docProps/core.xml')).toContain('<dc:title>Un  titre &amp; un  </dc:title>')
  expect(partOf('docProps/core.xml')).toMatch(/<dcterms:created [^>]*>\d{4}-\d\d-\d\dT/)
  for (const value of [ORIGIN.at, ORIGIN.hash, String(ORIGIN.seq)])
    expect(partOf('docProps/custom.xml')).toContain(`<vt:lpwstr>${value}</vt:lpwstr>`)
  expect(partOf('xl/workbook.xml')).toMatch(/name="Réponses".*name="Dictionnaire"/)
})
