import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { installLine, present, READERS } from '.'
import { archiveSamples } from './archives'
import { judge, judgeArchive, type Sample, samplesOf } from './compare-exports'
import { richConsultation } from './consultation'
import { arrow, duckdb } from './duckdb-arrow'
import { libxml } from './libxml'
import { pspp } from './pspp'
import { openpyxl, pythonCsv } from './python'
import { linesOf } from './report'

const folder = mkdtempSync(path.join(tmpdir(), 'avis-readers-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let samples: Sample[]
let archives: Awaited<ReturnType<typeof archiveSamples>>
beforeAll(async () => {
  const survey = await richConsultation()
  samples = await samplesOf(survey, folder)
  archives = await archiveSamples(survey, folder)
})

const faultsOf = async (readers: typeof READERS) => {
  const lines: string[] = []
  for (const reader of readers)
    for (const format of reader.formats) lines.push(...linesOf(await judge(reader, format, samples)))
  return lines
}

it('the consultation has rows in every table, and texts that formats lose', () => {
  for (const { rows, table } of samples) expect([table, rows.length > 10]).toEqual([table, true])
  const texts = samples.flatMap(({ table, rows }) =>
    table === 'comments' ? rows.map(({ text }) => String(text)) : [],
  )
  for (const sign of ['\n', '"', '\u2028', '\uffff', '=1+1', '🚲', '\r=', '\u000b', '\u0085='])
    expect([sign, texts.some((text) => text.includes(sign))]).toEqual([sign, true])
})

it('every value in the archives of Polis and of everything is what the database has', async () => {
  const lines: string[] = []
  for (const { archive, samples: files } of archives) {
    expect([archive, files.length]).toEqual([archive, archive === 'polis' ? 5 : 9])
    for (const reader of [pythonCsv, duckdb])
      lines.push(...linesOf(await judgeArchive(reader, archive, files)))
  }
  expect(lines).toEqual([])
  const votes = archives[0]?.samples.find(({ table }) => table === 'votes.csv')
  if (!votes) throw new Error('the votes are not among the samples')
  const rows = votes.rows.map((row, at) => (at === 3 ? { ...row, vote: 7 } : row))
  const { wrong } = await judgeArchive(pythonCsv, 'polis', [{ ...votes, rows }])
  expect(wrong.map(({ difference }) => difference.column)).toEqual(['vote'])
})

it('programs from npm read every value as the database has it', async () => {
  expect(await faultsOf([duckdb, arrow, libxml])).toEqual([])
})

it('so do those of this machine', async () => {
  const { found } = await present([pythonCsv, openpyxl, pspp])
  expect(found.map(({ reader }) => reader.name)).toContain('Python csv')
  expect(await faultsOf(found.map(({ reader }) => reader))).toEqual([])
})

it('a value that differs is seen, whatever its kind', async () => {
  const sample = samples.find(({ table, format }) => table === 'ballots' && format === 'csv')
  if (!sample) throw new Error('the ballots are not among the samples')
  const before = (await judge(pythonCsv, 'csv', [sample])).wrong.length
  const names = ['version', 'cast_at', sample.columns.find(({ codes }) => codes)?.name ?? '']
  const rows = sample.rows.map((row, at) =>
    at === 3 ? { ...row, ...Object.fromEntries(names.map((name) => [name, 'other'])) } : row,
  )
  const { wrong } = await judge(pythonCsv, 'csv', [{ ...sample, rows }])
  expect(wrong.length).toBe(before + names.length)
})

it('names the packages of what is missing, each once', () => {
  const line = installLine(READERS)
  expect(line.slice(0, 3)).toEqual(['apt-get', 'install', '-y'])
  expect(new Set(line).size).toBe(line.length)
})
