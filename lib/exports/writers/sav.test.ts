import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ORIGIN, plainTable, QUESTIONS, tableOfBallots, writeFileOf } from '@/scripts/testing/export-tables'
import { temporaryFolder } from '@/scripts/testing/folder'
import { readSav } from '@/scripts/testing/sav'
import { columnName } from '../rules/question-columns'
import { dictionaryOf } from '../sav/dictionary'
import { variablesOf } from '../sav/variables'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = path.join(folder, 'ballots.sav')
const { boxes, alike, scale, open, again } = QUESTIONS

async function written(ballots: Parameters<typeof tableOfBallots>[0]) {
  const { columns, rows } = tableOfBallots(ballots)
  await writeFileOf('sav', file, columns, rows)
  return readSav(file)
}

it('the header has a month of three letters in each month of the year', () => {
  const { columns } = tableOfBallots([])
  const months = Array.from({ length: 12 }, (_, month) => {
    const header = dictionaryOf(variablesOf(columns), ORIGIN, new Date(Date.UTC(2026, month, 3, 4, 5, 6)), 0)
    return header.toString('latin1', 92, 109)
  })
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  expect(months).toEqual(names.map((name) => `03 ${name} 2604:05:06`))
})

it('labels are whole characters, fit, and are unlike each other', async () => {
  const { variables } = await written([])
  const labels = variables.map(({ label }) => label ?? '')
  expect(new Set(labels).size).toBe(labels.length)
  for (const label of labels) {
    expect(Buffer.byteLength(label)).toBeLessThanOrEqual(255)
    expect(label).not.toContain('\ufffd')
  }
  const starts = boxes.options.map(({ label }) =>
    expect.stringMatching(new RegExp(`^v1 — ${label} — Faut-il .*…$`, 'u')),
  )
  expect(
    variables.filter(({ name }) => name.startsWith(columnName(boxes))).map(({ label }) => label),
  ).toEqual(starts)
  const values = variables.find(({ name }) => name === columnName(alike))?.labels ?? []
  expect(values.map(({ label }) => label)).toEqual([
    'Construire une passerell…avec des rampes douces',
    'Construire une passerell…avec des rampes raides',
    'Sans avis',
  ])
})

it('an abstention is a missing value and no step of a scale', async () => {
  const answered = [0, 2, 4, 5].map((place) => ({
    version: 1,
    given: [{ question: scale, options: [place] }],
  }))
  const { variables, rows } = await written(answered)
  const { labels, missing } = variables.find(({ name }) => name === columnName(scale)) ?? {}
  expect(labels).toEqual([
    ...[1, 2, 3, 4, 5].map((val) => ({ val, label: String(val) })),
    { val: 99, label: 'Sans avis' },
  ])
  expect(missing).toBe(99)
  expect(rows.map((row) => row[columnName(scale)])).toEqual([1, 3, 5, 99])
})

it('what a version did not ask is missing, and what it asked in vain is 0', async () => {
  const { rows } = await written([
    { version: 1, given: [{ question: boxes, options: [1] }] },
    { version: 2, given: [{ question: again, options: [0] }] },
  ])
  const wrote = `${columnName(open)}_wrote`
  const box = `${columnName(boxes)}_1`
  expect(rows.map((row) => [row[wrote], row[box], row[columnName(again)]])).toEqual([
    [0, 0, null],
    [null, null, 1],
  ])
})

it.each([255, 256, 32_766])('a text of %i bytes is whole', async (bytes) => {
  const texts = ['é'.repeat(Math.floor(bytes / 2)) + 'x'.repeat(bytes % 2), 'court']
  const table = plainTable(
    [{ name: 'mot', title: 'Un mot ?', kind: 'text', bytes }],
    texts.map((text) => [text]),
  )
  await writeFileOf('sav', file, table.columns, table.rows)
  const { rows } = await readSav(file)
  expect(rows.map(({ mot }) => String(mot).trimEnd())).toEqual(texts)
})

it('the boxes of a question are one set, and the file says where it comes from', async () => {
  await written([])
  const text = readFileSync(file, 'utf8')
  const name = columnName(boxes)
  expect(text).toMatch(
    new RegExp(
      `\\$${name}=D1 1 \\d+ Version 1\\s:\\sFaut-il [^\\n]*… v[0-9a-z]{3} v[0-9a-z]{3} v[0-9a-z]{3}\\n`,
    ),
  )
  expect(text).toContain(ORIGIN.title)
  expect(text).toContain(`séquence ${ORIGIN.seq}`)
  expect(text).toContain(ORIGIN.hash)
})
