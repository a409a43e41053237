import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { question } from '@/scripts/testing/answers'
import { answeredSurvey, BALLOTS, TEXTS } from '@/scripts/testing/exports'
import { readSav } from '@/scripts/testing/sav'
import { readXlsx } from '@/scripts/testing/xlsx'
import type { SurveyRecord } from '../surveys/queries/public'
import { exportSurvey } from './commands/export-survey'
import { unescapeFormula } from './rules/escape-formula'
import { TABLES } from './rules/table'
import { type ExportInput, exportInput } from './schema'

const folder = mkdtempSync(path.join(tmpdir(), 'avis-exports-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const fileOf = (name: string) => path.join(folder, name)
const sorted = (texts: unknown[]) => [...texts].map(String).sort()

let survey: SurveyRecord
let open: string
let hostile: string
beforeAll(async () => {
  ;({ survey } = await answeredSurvey())
  open = `v1_q${question(survey, 'open').id}`
  hostile = `v1_q${survey.view.questions.at(-1)?.id}`
})

const write = (format: ExportInput['format'], name: string, more: Partial<ExportInput> = {}) =>
  exportSurvey(survey, exportInput.parse({ format, allTexts: true, ...more }), fileOf(name))
const linesOf = (name: string): Record<string, unknown>[] =>
  readFileSync(fileOf(name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** What no cell of a spreadsheet may begin with. */
const FORMULA = /(?:^|[\r\n])[=+\-@\t＝＋－＠]/

it('csv comes back through an independent reader, formulas neutral and nothing lost', async () => {
  const written = await write('csv', 'ballots.csv')
  const rows: Record<string, string>[] = parse(readFileSync(fileOf('ballots.csv')), { columns: true })
  expect([rows.length, written.rows]).toEqual([BALLOTS, BALLOTS])
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(FORMULA)
  expect(sorted(rows.map((row) => unescapeFormula(row[open] ?? '')).filter(Boolean))).toEqual(sorted(TEXTS))
  expect(new Set(rows.map((row) => unescapeFormula(row[hostile] ?? '')))).toEqual(
    new Set(['+Oui', '－Non', '=1+1', '']),
  )
  expect(readFileSync(fileOf('ballots.csv'))[0]).not.toBe(0xef)
  for (const row of rows) expect(row.cast_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/)
})

it('csv for a French Excel has its mark, semicolons and the questions as they were asked', async () => {
  await write('csv-excel-fr', 'excel.csv')
  const bytes = readFileSync(fileOf('excel.csv'))
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows: string[][] = parse(bytes, { bom: true, delimiter: ';' })
  const [header = [], ...rest] = rows
  expect(header).toContain('’＝A1 ou @B2 ?')
  for (const name of header) expect(name).not.toMatch(FORMULA)
  const at = header.indexOf('Quel est votre avis sur le sujet ?')
  expect(sorted(rest.map((row) => unescapeFormula(row[at] ?? '')).filter(Boolean))).toEqual(sorted(TEXTS))
  expect(bytes.toString()).toContain('\r\n')
})

it('csv for an English Excel has its mark, commas and English headings', async () => {
  await write('csv-excel-en', 'excel-en.csv', { language: 'fr' })
  const bytes = readFileSync(fileOf('excel-en.csv'))
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [header = [], ...rest]: string[][] = parse(bytes, { bom: true })
  expect(header.slice(0, 3)).toEqual(['Row id', 'Version of the questions', 'Answered at (UTC)'])
  expect(rest).toHaveLength(BALLOTS)
})

it('headings for people are in the language that is asked for, and those of a French Excel in French', async () => {
  const headings = async (language: 'fr' | 'en') => {
    await write('xlsx', `decisions-${language}.xlsx`, { table: 'decisions', language })
    const [sheet] = readXlsx(fileOf(`decisions-${language}.xlsx`))
    return Object.values(sheet?.[0] ?? {}).map(({ value }) => value)
  }
  expect(await headings('fr')).toContain('Décision automatique')
  expect(await headings('en')).toContain('Automatic decision')
  await write('csv-excel-fr', 'decisions.csv', { table: 'decisions', language: 'en' })
  expect(readFileSync(fileOf('decisions.csv'), 'utf8')).toContain('Décision automatique')
})

it('jsonl and parquet have every value as it is', async () => {
  await write('jsonl', 'ballots.jsonl')
  const lines = linesOf('ballots.jsonl')
  expect(sorted(lines.map((line) => line[open]).filter(Boolean))).toEqual(sorted(TEXTS))
  expect(readFileSync(fileOf('ballots.jsonl'), 'utf8')).not.toMatch(/[\u0085\u2028\u2029]/)
  await write('parquet', 'ballots.parquet')
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(fileOf('ballots.parquet')) })
  const asJson = (value: unknown) =>
    value instanceof Date
      ? value.toISOString().replace('.000', '')
      : typeof value === 'bigint'
        ? Number(value)
        : value
  const same = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asJson(value)])),
  )
  // Ids of rows are drawn for each export.
  expect(same).toEqual(lines.map((line) => ({ ...line, row: expect.any(String) })))
})

it('xlsx opens in an independent reader with the same texts, none of them a formula', async () => {
  await write('xlsx', 'ballots.xlsx')
  const [[header = {}, ...rows] = []] = readXlsx(fileOf('ballots.xlsx'))
  expect(rows).toHaveLength(BALLOTS)
  const columnOf = (title: string) => Object.entries(header).find(([, { value }]) => value === title)?.[0]
  expect(columnOf('＝A1 ou @B2 ?')).toBeDefined()
  const column = columnOf('Quel est votre avis sur le sujet ?') ?? ''
  const texts = rows.flatMap((row) => row[column] ?? [])
  expect(sorted(texts.map(({ value }) => value))).toEqual(sorted(TEXTS))
  const kinds = [header, ...rows].flatMap((row) => Object.values(row)).map(({ kind }) => kind)
  expect(new Set(kinds)).toEqual(new Set(['inlineStr', 'n']))
  const at = columnOf('Répondu le (UTC)') ?? ''
  for (const row of rows) expect(row[at]).toMatchObject({ kind: 'n', format: 1 })
})

it('sav has the texts, a number and a label for each choice, and times as times', async () => {
  await write('jsonl', 'same.jsonl')
  const lines = linesOf('same.jsonl')
  await write('sav', 'ballots.sav')
  const { variables, rows } = await readSav(fileOf('ballots.sav'))
  expect(rows).toHaveLength(BALLOTS)
  expect(variables.map(({ name }) => name)).toEqual(Object.keys(lines[0] ?? {}))
  const labelOf = (name: string, value: unknown) =>
    variables.find((one) => one.name === name)?.labels.find((one) => one.val === value)?.label
  for (const [index, row] of rows.entries())
    for (const [name, value] of Object.entries(lines[index] ?? {})) {
      const labels = variables.find((one) => one.name === name)?.labels ?? []
      if (value === null) expect([name, row[name] ?? '']).toEqual([name, ''])
      else if (name === 'row') expect(row[name]).not.toBe(value)
      else if (name.endsWith('_at'))
        expect(new Date((Number(row[name]) - 12_219_379_200) * 1000).toISOString().slice(0, 16)).toBe(
          String(value).slice(0, 16),
        )
      else if (labels.length && typeof value === 'string') expect(labelOf(name, row[name])).toBe(value)
      else expect([name, row[name]]).toEqual([name, value])
    }
  const hostileVariable = variables.find(({ name }) => name === hostile)
  expect(hostileVariable).toMatchObject({
    label: '＝A1 ou @B2 ?',
    labels: [
      { val: 1, label: '+Oui' },
      { val: 2, label: '－Non' },
      { val: 3, label: '=1+1' },
    ],
  })
})

it('every table can be had as sav, and says the same as jsonl', async () => {
  for (const table of TABLES) {
    await write('jsonl', `${table}.jsonl`, { table })
    await write('sav', `${table}.sav`, { table })
    const { rows } = await readSav(fileOf(`${table}.sav`))
    const lines = linesOf(`${table}.jsonl`)
    expect([table, rows.length]).toEqual([table, lines.length])
    expect(lines.length).toBeGreaterThan(0)
  }
  const { rows } = await readSav(fileOf('comments.sav'))
  expect(sorted(rows.map((row) => row.text))).toEqual(sorted(TEXTS))
})

it('polis has its files, and their votes add up', async () => {
  await write('polis', 'polis.zip')
  const inside = unzipSync(readFileSync(fileOf('polis.zip')))
  expect(Object.keys(inside)).toEqual([
    'votes.csv',
    'participant-votes.csv',
    'comments.csv',
    'summary.csv',
    'format.json',
    'import-comments.csv',
    'note.md',
  ])
  const rowsOf = (name: string): Record<string, string>[] =>
    parse(strFromU8(inside[name] ?? new Uint8Array()), { columns: true })
  const comments = rowsOf('comments.csv')
  expect(comments.map((row) => row['comment-body'])).toEqual([
    'Trouvez-vous ce projet utile ou réaliste ? — utile',
    'Trouvez-vous ce projet utile ou réaliste ? — réaliste',
    'Êtes-vous pour ou contre ? — Pour',
    'Êtes-vous pour ou contre ? — Contre',
    'Qu’attendez-vous du projet ? — Des emplois',
    'Qu’attendez-vous du projet ? — Des économies',
    'Qu’attendez-vous du projet ? — Rien',
    'Sur une échelle de 1 à 5, quelle est votre confiance ?',
    '’＝A1 ou @B2 ? — +Oui',
    '’＝A1 ou @B2 ? — －Non',
    '’＝A1 ou @B2 ? — =1+1',
  ])
  const votes = rowsOf('votes.csv')
  const matrix = rowsOf('participant-votes.csv')
  expect(matrix).toHaveLength(BALLOTS)
  for (const { 'comment-id': id = '', agrees, disagrees } of comments) {
    const count = (vote: string) =>
      votes.filter((row) => row['comment-id'] === id && row.vote === vote).length
    expect([id, agrees, disagrees]).toEqual([id, String(count('1')), String(count('-1'))])
    for (const row of matrix) {
      const vote = votes.find((one) => one['comment-id'] === id && one['voter-id'] === row.participant)
      expect(row[id]).toBe(vote?.vote ?? '')
    }
  }
  // Ten readers ticked two boxes of three; the one who changed says only that they are against.
  expect(comments[4]).toMatchObject({ agrees: String(TEXTS.length), disagrees: '0' })
  expect(comments[5]).toMatchObject({ agrees: '0', disagrees: '0' })
  expect(new Set(comments.map((row) => row['is-meta']))).toEqual(new Set(['false']))
  const toImport = rowsOf('import-comments.csv').map((row) => row.comment_text)
  expect(toImport).toEqual(comments.map((row) => unescapeFormula(row['comment-body'] ?? '')))
  const summary = strFromU8(inside['summary.csv'] ?? new Uint8Array())
  expect(summary).toContain(`\nvoters,${BALLOTS}\n`)
  expect(summary).toContain('vote-convention,agree=+1;disagree=-1;pass=0;format=polis-export/1')
})

it('without `allTexts` only what was published leaves the house', async () => {
  await write('jsonl', 'public.jsonl', { allTexts: false })
  const text = readFileSync(fileOf('public.jsonl'), 'utf8')
  expect(text).toContain('- non merci')
  expect(text).not.toContain('HYPERLINK')
  await write('jsonl', 'c.jsonl', { table: 'comments', allTexts: false })
  expect(readFileSync(fileOf('c.jsonl'), 'utf8')).not.toContain('HYPERLINK')
})

it('nothing in any table says who', async () => {
  const { db } = await import('../platform/db/client')
  const ballots = await db().ballot.findMany({ where: { surveyId: survey.id } })
  for (const table of TABLES) {
    await write('jsonl', `who-${table}.jsonl`, { table, setAside: true })
    const text = readFileSync(fileOf(`who-${table}.jsonl`), 'utf8')
    for (const { reader, receiptHash } of ballots)
      for (const encoding of ['hex', 'base64', 'base64url'] as const) {
        expect(text).not.toContain(Buffer.from(reader).toString(encoding))
        expect(text).not.toContain(Buffer.from(receiptHash).toString(encoding))
      }
  }
})

it('a file that cannot be written leaves nothing behind', async () => {
  for (const format of ['csv', 'xlsx', 'parquet', 'sav', 'polis', 'bundle'] as const)
    await expect(write(format, `no-such-folder/${format}`)).rejects.toThrow(/ENOENT/)
  expect(readdirSync(folder).filter((name) => /\.(part|files)$/.test(name))).toEqual([])
})
