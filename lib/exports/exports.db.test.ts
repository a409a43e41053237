import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { path as at, choose, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { screenAll } from '../comments/commands/screen'
import { findResults } from '../results/queries/results'
import type { SurveyRecord } from '../surveys/queries/public'
import { exportSurvey } from './commands/export'
import { verifyBundle } from './commands/verify'
import { original } from './rules/neutral'
import type { Format } from './rules/table'

const folder = mkdtempSync(path.join(tmpdir(), 'avis-exports-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const fileOf = (name: string) => path.join(folder, name)

/** What readers type that a file format could lose. */
const TEXTS = [
  '- non merci',
  '=HYPERLINK("http://mal.example")',
  'Des « guillemets », "droits" et; points; virgules,',
  'Sur deux lignes\net une troisième\n\nbien après',
  'Émoji 👩‍👩‍👧 et accents éèçœ',
  'مرحبا، نص من اليمين إلى اليسار',
  'É'.repeat(3_990),
]
/** The same as they are kept: the form is NFC, and a NUL is gone before it is stored. */
const sorted = (texts: unknown[]) => [...texts].map(String).sort()

let survey: SurveyRecord
beforeAll(async () => {
  survey = await storedSurvey({ moderationMode: 'after' })
  const answers = (text: string, place: number) => [
    { questionId: question(survey, 'open').id, text },
    choose(survey, 'single', place % 3),
    choose(survey, 'multiple', 0, 2),
    choose(survey, 'aspects', place % 3, 3 + (place % 3)),
    choose(survey, 'scale', place % 5),
  ]
  const readers: Client[] = []
  for (const [place, text] of [...TEXTS, 'Retiré\0 ensuite', 'Changé ensuite'].entries()) {
    const reader = new Client()
    const sent = await reader.json(at(survey, '/ballot'), { json: { answers: answers(text, place) } })
    expect(sent.status).toBe(201)
    readers.push(reader)
  }
  await readers[7]?.json(at(survey, '/ballot'), { method: 'DELETE' })
  await readers[8]?.json(at(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 1)] } })
  await screenAll()
})

/** Every reader's text, as the file in `format` gives it back. */
const write = (format: Format | 'bundle', file: string, more: object = {}) =>
  exportSurvey(survey, { format, table: 'ballots', allTexts: true, ...more }, file)

const open = () => `q${question(survey, 'open').id}`

it('csv comes back through an independent reader, formulas neutral and nothing lost', async () => {
  const file = fileOf('ballots.csv')
  const written = await write('csv', file)
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true })
  expect([rows.length, written.rows]).toEqual([8, 8])
  const texts = rows.map((row) => row[open()] ?? '')
  for (const text of texts) expect(text).not.toMatch(/^[=+\-@\t\r]/)
  expect(sorted(texts.filter(Boolean).map(original))).toEqual(sorted(TEXTS))
  expect(readFileSync(file)[0]).not.toBe(0xef)
  for (const row of rows) expect(row.cast_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/)
})

it('csv for a French Excel has its mark, semicolons and the questions as they were asked', async () => {
  const file = fileOf('excel.csv')
  await write('csv-excel-fr', file)
  const bytes = readFileSync(file)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true, delimiter: ';' })
  expect(rows).toHaveLength(8)
  expect(
    sorted(
      rows
        .map((row) => row['Quel est votre avis sur le sujet ?'])
        .filter(Boolean)
        .map((text) => original(text ?? '')),
    ),
  ).toEqual(sorted(TEXTS))
  expect(bytes.toString()).toContain('\r\n')
})

it('jsonl and parquet have every value as it is', async () => {
  await write('jsonl', fileOf('ballots.jsonl'))
  const lines = readFileSync(fileOf('ballots.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(sorted(lines.map((line) => line[open()]).filter(Boolean))).toEqual(sorted(TEXTS))
  await write('parquet', fileOf('ballots.parquet'))
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(fileOf('ballots.parquet')) })
  expect(rows).toEqual(lines)
})

it('xlsx opens in an independent reader with the same texts', async () => {
  const file = fileOf('ballots.xlsx')
  await write('xlsx', file)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const sheet = workbook.worksheets[0]
  const header = (sheet?.getRow(1).values ?? []) as string[]
  const column = header.indexOf('Quel est votre avis sur le sujet ?')
  const texts = Array.from({ length: 8 }, (_, index) => sheet?.getRow(index + 2).getCell(column).value)
  expect(sorted(texts.filter(Boolean).map((text) => original(String(text))))).toEqual(sorted(TEXTS))
})

it('without `allTexts` only what was published leaves the house', async () => {
  await write('jsonl', fileOf('public.jsonl'), { allTexts: false })
  const text = readFileSync(fileOf('public.jsonl'), 'utf8')
  expect(text).toContain('- non merci')
  expect(text).not.toContain('HYPERLINK')
  await exportSurvey(survey, { format: 'jsonl', table: 'comments', allTexts: false }, fileOf('c.jsonl'))
  expect(readFileSync(fileOf('c.jsonl'), 'utf8')).not.toContain('HYPERLINK')
})

it('nothing in any table says who', async () => {
  const { db } = await import('../db')
  const ballots = await db().ballot.findMany({ where: { surveyId: survey.id } })
  for (const table of ['ballots', 'comments', 'decisions', 'results'] as const) {
    await exportSurvey(survey, { format: 'jsonl', table, allTexts: true }, fileOf(`who-${table}.jsonl`))
    const text = readFileSync(fileOf(`who-${table}.jsonl`), 'utf8')
    for (const { reader, receiptHash } of ballots)
      for (const encoding of ['hex', 'base64', 'base64url'] as const) {
        expect(text).not.toContain(Buffer.from(reader).toString(encoding))
        expect(text).not.toContain(Buffer.from(receiptHash).toString(encoding))
      }
  }
})

it('a bundle recounts to the page’s own figures; one byte or one row less, and it says where', async () => {
  const file = fileOf('all.zip')
  const results = await findResults(survey)
  await write('bundle', file)
  expect(await verifyBundle(file)).toEqual([])
  const run = promisify(execFile)
  const good = await run(process.execPath, ['scripts/run.mjs', 'verify', file])
  expect(good.stdout).toContain(`${file}: equal`)

  const inside = unzipSync(readFileSync(file))
  expect(JSON.parse(strFromU8(inside['results.json'] ?? new Uint8Array()))).toEqual(results)
  expect(Object.keys(inside)).toContain('codebook.xml')

  // Somebody who leaves out a ballot and writes the manifest anew is found out by the figures.
  const lines = strFromU8(inside['ballots.jsonl'] ?? new Uint8Array())
    .trim()
    .split('\n')
  const fewer = strToU8(`${lines.slice(1).join('\n')}\n`)
  const manifest = JSON.parse(strFromU8(inside['manifest.json'] ?? new Uint8Array()))
  const entry = manifest.files.find(({ name }: { name: string }) => name === 'ballots.jsonl')
  Object.assign(entry, { rows: lines.length - 1, sha256: createHash('sha256').update(fewer).digest('hex') })
  const forged = { ...inside, 'ballots.jsonl': fewer, 'manifest.json': strToU8(JSON.stringify(manifest)) }
  writeFileSync(fileOf('forged.zip'), zipSync(forged))
  expect((await verifyBundle(fileOf('forged.zip')))[0]).toBe('ballots: published 8, counted 7')

  const flipped = readFileSync(file)
  const place = flipped.indexOf('ballots.jsonl') + 60
  flipped[place] = (flipped[place] ?? 0) ^ 1
  writeFileSync(fileOf('flipped.zip'), flipped)
  expect((await verifyBundle(fileOf('flipped.zip'))).length).toBeGreaterThan(0)
  expect((await verifyBundle(fileOf('ballots.csv')))[0]).toContain('no ZIP file')
})

it('a file that cannot be written leaves nothing behind', async () => {
  await expect(write('csv', fileOf('no-such-folder/x.csv'))).rejects.toThrow()
  await expect(write('bundle', fileOf('no-such-folder/x.zip'))).rejects.toThrow()
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})
