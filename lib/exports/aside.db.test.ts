import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { path as at, choose } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { answeredSurvey, BALLOTS } from '@/scripts/testing/exports'
import { db } from '../platform/db/client'
import { findResults } from '../results/queries/results'
import type { Results } from '../results/schema'
import type { SurveyRecord } from '../surveys/queries/public'
import { exportSurvey } from './commands/export-survey'
import { verifyBundle } from './commands/verify'
import { type ExportInput, exportInput } from './schema'

const folder = mkdtempSync(path.join(tmpdir(), 'avis-aside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const client = new Client()

let survey: SurveyRecord
let cited: { seq: number; hash: string }
const ASIDE = 3
beforeAll(async () => {
  const answered = await answeredSurvey()
  survey = answered.survey
  const first = (await client.json(at(survey, '/snapshots'), { json: {} })).body.results
  cited = { seq: first.seq, hash: first.hash }
  // After the citation one changes again, one comes back, and three are set aside with what they added to the tally.
  await answered.changed.json(at(survey, '/ballot'), { json: { answers: [choose(survey, 'scale', 4)] } })
  await answered.withdrawn.json(at(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 2)] } })
  const now = new Date()
  const { id } = await db().quarantine.create({
    data: {
      ...{ surveyId: survey.id, rule: 'token', facts: {}, cells: {}, size: ASIDE },
      ...{ fromAt: now, toAt: now, proposedAt: now, setAsideAt: now },
    },
  })
  await db().$executeRaw`
    UPDATE ballot SET quarantine_id = ${id} WHERE survey_id = ${survey.id} AND reader IN (
      SELECT reader FROM ballot WHERE survey_id = ${survey.id} ORDER BY reader LIMIT ${ASIDE})`
  await db().$executeRaw`
    UPDATE tally t SET count = (
      SELECT count(*) FROM ballot b
      WHERE b.survey_id = t.survey_id AND b.quarantine_id IS NULL AND t.cell = ANY (b.cells)
    ) WHERE t.survey_id = ${survey.id}`
  await db().$executeRaw`UPDATE tally_head SET seq = seq + 1 WHERE survey_id = ${survey.id}`
})

async function lines(more: Partial<ExportInput>): Promise<Record<string, unknown>[]> {
  const file = path.join(folder, 'lines.jsonl')
  await exportSurvey(survey, exportInput.parse({ format: 'jsonl', ...more }), file)
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** The table of results has a line for each option; of a page's figures this is the same. */
const figuresOf = ({ seq, ballots, questions, hash }: Results) =>
  questions.flatMap(({ id, answered, options }) =>
    (options.length ? options : [{ id: null, count: answered }]).map((option) => ({
      ...{ seq, ballots, question: id, answered, option: option.id, count: option.count, hash },
    })),
  )

it('the export of a snapshot is the page of that snapshot, whatever became of the ballots', async () => {
  const rows = await lines({ table: 'results' })
  const kept: Results = (await client.json(at(survey, `/results/${cited.seq}`))).body
  expect(kept.hash).toBe(cited.hash)
  const of = (hash: string) =>
    rows
      .filter((row) => row.hash === hash)
      .map(({ seq, ballots, question, answered, option, count, hash }) => ({
        ...{ seq, ballots, question, answered, option, count, hash },
      }))
  expect(of(cited.hash)).toEqual(figuresOf(kept))
  const now = await findResults(survey)
  expect(of(now.hash)).toEqual(figuresOf(now))
  expect(rows).toHaveLength(figuresOf(kept).length + figuresOf(now).length)
})

it('ballots set aside are left out, and can be had with what set them aside', async () => {
  const counted = await lines({})
  expect(counted).toHaveLength(BALLOTS + 1 - ASIDE)
  expect(counted[0]).not.toHaveProperty('set_aside')
  expect((await findResults(survey)).ballots).toBe(counted.length)
  const all = await lines({ setAside: true })
  expect(all).toHaveLength(BALLOTS + 1)
  expect(all.filter((row) => row.set_aside === 'token')).toHaveLength(ASIDE)
  const texts = (rows: unknown[]) => new Set(rows.map((row) => JSON.stringify(row)))
  const [without, withThem] = [
    await lines({ table: 'comments', allTexts: true }),
    await lines({ table: 'comments', allTexts: true, setAside: true }),
  ]
  expect(withThem.length).toBeGreaterThan(without.length)
  for (const text of texts(without)) expect(texts(withThem).has(text)).toBe(true)
})

it('a bundle recounts to the public figures, with the ballots set aside or without', async () => {
  for (const setAside of [false, true]) {
    const file = path.join(folder, `${setAside}.zip`)
    await exportSurvey(survey, exportInput.parse({ format: 'bundle', setAside }), file)
    expect([setAside, await verifyBundle(file)]).toEqual([setAside, []])
    const inside = unzipSync(readFileSync(file))
    const ballots = strFromU8(inside['ballots.jsonl'] ?? new Uint8Array())
    expect(ballots.trim().split('\n')).toHaveLength(BALLOTS + 1 - (setAside ? 0 : ASIDE))
    expect(strFromU8(inside['methode.md'] ?? new Uint8Array())).toContain(
      setAside ? 'set_aside' : 'n’y sont pas',
    )
  }
})

it('days and the version of the questions choose rows', async () => {
  const today = new Date().toISOString().slice(0, 10)
  // A day that has begun nowhere: the newsroom's day begins before that of UTC.
  const later = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  for (const table of ['ballots', 'comments', 'decisions'] as const) {
    const all = await lines({ table, allTexts: true })
    expect(all.length).toBeGreaterThan(0)
    // Ids of rows are drawn for each export.
    const withoutId = all.map((row) => ({ ...row, ...('row' in row && { row: expect.any(String) }) }))
    expect(await lines({ table, allTexts: true, to: later, version: 1 })).toEqual(withoutId)
    const file = path.join(folder, 'none.csv')
    const none = { format: 'csv' as const, table, allTexts: true }
    expect((await exportSurvey(survey, exportInput.parse({ ...none, from: later }), file)).rows).toBe(0)
    expect((await exportSurvey(survey, exportInput.parse({ ...none, version: 2 }), file)).rows).toBe(0)
    expect((await exportSurvey(survey, exportInput.parse({ ...none, to: '2001-01-01' }), file)).rows).toBe(0)
  }
  expect((await lines({ table: 'results', from: today })).length).toBeGreaterThan(0)
})
