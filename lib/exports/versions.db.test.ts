import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { path as at, choose, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { member } from '@/scripts/testing/comments'
import { temporaryFolder } from '@/scripts/testing/folder'
import { readSav } from '@/scripts/testing/sav'
import { storedSurvey } from '@/scripts/testing/surveys'
import { readXlsx } from '@/scripts/testing/xlsx'
import { inZone } from '@/scripts/testing/zone'
import { db } from '../platform/db/client'
import { saveDraft } from '../surveys/commands/drafts'
import { findForDesk } from '../surveys/queries/desk'
import { findSurvey, type SurveyRecord } from '../surveys/queries/public'
import { exportSurvey } from './commands/export-survey'
import { verifyBundle } from './commands/verify'
import { ROW_ID } from './rules/row-ids'
import { type ExportInput, exportInput } from './schema'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = async (input: Partial<ExportInput>, name: string) => {
  const file = path.join(folder, name)
  await exportSurvey(survey, exportInput.parse(input), file)
  return file
}
const rowsOf = async (input: Partial<ExportInput>): Promise<Record<string, string>[]> =>
  parse(readFileSync(await write({ format: 'csv', ...input }, 'rows.csv')), { columns: true })

const EXCEL = { bom: true, delimiter: ';' }
const firstOf = (rows: string[][]) => rows[0] ?? []

let survey: SurveyRecord
let former: SurveyRecord
/** Has two versions, the second without its last question, and a ballot of each that leaves most questions out. */
beforeAll(async () => {
  former = await storedSurvey()
  const { slug } = former.view
  const cast = (to: SurveyRecord) =>
    new Client().json(at(to, '/ballot'), { json: { answers: [choose(to, 'single', 0)] } })
  await cast(former)
  const editor = (await member('editor')) as never
  const desk = await findForDesk(editor, slug)
  if (!desk) throw new Error('the survey of this test is gone')
  const questions = desk.draft.questions.slice(0, -1)
  const saved = await saveDraft(
    editor,
    slug,
    desk.revision,
    { ...desk.draft, questions },
    { asNewVersion: true },
  )
  if (!saved.ok) throw new Error(`the new version of this test was refused: ${JSON.stringify(saved)}`)
  const found = await findSurvey(slug)
  if (!found) throw new Error('the survey of this test is gone')
  survey = found
  await cast(survey)
})

it('what a version did not ask is empty in every format, and what it asked in vain is 0', async () => {
  const wrote = [former, survey].map((one, index) => `v${index + 1}_q${question(one, 'open').id}_wrote`)
  const single = [former, survey].map((one, index) => `v${index + 1}_q${question(one, 'single').id}`)
  const expected = [
    ['1', '0', '', 'Pour', ''],
    ['2', '', '0', '', 'Pour'],
  ]
  const cells = (rows: Record<string, unknown>[]) =>
    rows.map((row) => ['version', ...wrote, ...single].map((name) => String(row[name] ?? ''))).toSorted()
  expect(cells(await rowsOf({}))).toEqual(expected)
  const jsonl = readFileSync(await write({ format: 'jsonl' }, 'rows.jsonl'), 'utf8')
    .trim()
    .split('\n')
  expect(cells(jsonl.map((line) => JSON.parse(line)))).toEqual(expected)
  const file = await asyncBufferFromFile(await write({ format: 'parquet' }, 'rows.parquet'))
  expect(cells(await parquetReadObjects({ file }))).toEqual(expected)
  const { rows } = await readSav(await write({ format: 'sav' }, 'rows.sav'))
  // A number for each choice.
  expect(cells(rows)).toEqual(expected.map((row) => row.map((cell) => (cell === 'Pour' ? '1' : cell))))
})

it('every heading is there once and names its version', async () => {
  const headings = {
    csv: Object.keys((await rowsOf({}))[0] ?? {}),
    excel: firstOf(parse(readFileSync(await write({ format: 'csv-excel-fr' }, 'excel.csv')), EXCEL)),
    xlsx: Object.values(readXlsx(await write({ format: 'xlsx' }, 'rows.xlsx'))[0]?.[0] ?? {}).map(
      ({ value }) => value,
    ),
    sav: (await readSav(await write({ format: 'sav' }, 'rows.sav'))).variables.map(({ label }) => label),
  }
  for (const [format, names] of Object.entries(headings)) {
    expect([format, new Set(names).size]).toEqual([format, names.length])
    for (const name of names.slice(4))
      expect([format, name]).toEqual([format, expect.stringMatching(/^(v|Version )[12]/)])
  }
})

it('a bundle of both versions is recounted', async () => {
  expect(await verifyBundle(await write({ format: 'bundle' }, 'all.zip'))).toEqual([])
})

it('the ids of rows are drawn for one export, whose tables share them, and lead nowhere', async () => {
  const idsIn = async () => (await rowsOf({})).map(({ row }) => row)
  const bundle = unzipSync(readFileSync(await write({ format: 'bundle' }, 'ids.zip')))
  const lines = strFromU8(bundle['ballots.jsonl'] ?? new Uint8Array())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).row)
  const cells: Record<string, string>[] = parse(strFromU8(bundle['ballots.csv'] ?? new Uint8Array()), {
    columns: true,
  })
  expect(cells.map(({ row }) => row)).toEqual(lines)
  const ids = [...lines, ...(await idsIn()), ...(await idsIn())]
  for (const id of ids) expect(id).toMatch(ROW_ID)
  expect(new Set(ids).size).toBe(6)
  const readers = await db().ballot.findMany({ where: { surveyId: survey.id }, select: { reader: true } })
  for (const { reader } of readers)
    for (const id of ids) expect(Buffer.from(reader).toString('hex')).not.toContain(id.slice(1, 9))
})

it('the days of an export are days of the newsroom', async () => {
  const where = { surveyId: survey.id }
  const count = async (from: string, to: string, table: ExportInput['table'] = 'ballots') =>
    (await rowsOf({ from, to, table })).length
  // Half past midnight in Paris.
  await db().ballot.updateMany({ where, data: { castAt: new Date('2026-11-29T23:30:00Z') } })
  expect(await count('2026-11-30', '2026-11-30')).toBe(2)
  expect(await count('2026-11-29', '2026-11-29')).toBe(0)
  await db().ballot.updateMany({ where, data: { castAt: new Date('2026-11-30T23:00:00Z') } })
  expect(await count('2026-11-30', '2026-11-30')).toBe(0)
  await db().ballot.updateMany({ where, data: { castAt: new Date('2026-07-01T21:59:59.999Z') } })
  expect(await count('2026-07-01', '2026-07-01')).toBe(2)
  await db().$executeRaw`UPDATE tally_head SET at = '2026-11-29T23:30:00Z' WHERE survey_id = ${survey.id}`
  const cast = new Date('2026-11-30T01:00:00Z')
  await db().ballot.updateMany({ where, data: { castAt: cast } })
  const days = ['2026-11-29', '2026-11-30'] as const
  for (const [zone, day] of [
    ['Europe/Paris', '2026-11-30'],
    ['America/Montreal', '2026-11-29'],
  ] as const)
    await inZone(zone, async () => {
      for (const one of days) {
        expect([zone, one, await count(one, one)]).toEqual([zone, one, one === day ? 2 : 0])
        expect((await count(one, one, 'results')) > 0).toBe(one === day)
      }
    })
  // Dates that a form can send and PostgreSQL does not read.
  expect(await count('0000-01-01', '9999-12-31')).toBe(2)
  expect(await count('9999-12-31', '9999-12-31')).toBe(0)
})
