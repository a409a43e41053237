import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ORIGIN, QUESTIONS } from '@/scripts/testing/export-tables'
import { temporaryFolder } from '@/scripts/testing/folder'
import { ballotTable } from '../rules/ballots'
import { CODED, coded } from '../rules/coded'
import { unescapeFormula } from '../rules/escape-formula'
import { type AskedQuestion, columnName } from '../rules/question-columns'
import type { TableRow } from '../rules/table'
import { WRITERS } from '../writers'
import { dataPackage } from './datapackage'

type Resource = {
  descriptor: { name: string }
  read: (options: { keyed: true }) => Promise<Record<string, unknown>[]>
}
type Loaded = { valid: boolean; errors: Error[]; resources: Resource[] }
// The package has no types. It contains the published schemas of Frictionless Data.
const { Package } = createRequire(import.meta.url)('datapackage') as {
  Package: { load: (descriptor: unknown, options: { basePath: string }) => Promise<Loaded> }
}

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Two hundred letters that all options begin with, some of which mean something to CSV, JSON or a spreadsheet. */
const COMMON = `=1+1,"é"\r\n\t'\u0001\u001f\u0085\u2028\ufeff`.padEnd(200, 'm')
const options = Array.from({ length: 20 }, (_, at) => ({ id: 1_000 + at, label: `${COMMON} ${at}` }))
const question = (
  id: number,
  version: number,
  kind: AskedQuestion['kind'],
  own = options,
): AskedQuestion => ({
  ...{ id, version, kind, required: false, options: own, prompt: `\ufeff${COMMON}\u000b?` },
  randomised: true,
  corrections: [{ at: '2026-05-02T22:30:00Z', before: COMMON, after: `${COMMON}…` }],
})
const later = options.map(({ id, label }) => ({ id: id + 100, label }))
const questions = [
  ...[question(901, 1, 'single'), question(902, 1, 'scale'), question(903, 2, 'multiple', later)],
  ...Object.values(QUESTIONS),
]
const { columns, row } = ballotTable(questions, { setAside: true, language: 'fr' })
const ballot = (cells: string[], texts = {}): TableRow =>
  row({ cells: cells.join(' '), cast: 29_000_000, changed: 29_000_001, rule: '', shown: '1003 1001', texts })
const { open } = QUESTIONS
const texts = [
  '',
  '\ufeff',
  '\ufeff=1+1',
  'a\rb\nc\u2028d\u0085e\u000bf',
  '"',
  ',',
  '\u0000',
  ' ',
  '’=1',
].map((text) => `${text}x`)
const rows = [
  ...texts.map((text) => ballot(['b', 'v1', `q${open.id}`, 'q901', 'o1007'], { [open.id]: text })),
  ...options.map(({ id }) => ballot(['b', 'v1', 'q902', `o${id}`])),
  ballot(['b', 'v2', 'q903', ...later.map(({ id }) => `o${id}`)]),
  ballot(['b', 'v2']),
]

it('a bundle of the worst words has the published form, and its files read by the schema that it tells', async () => {
  const head = { columns, origin: ORIGIN, total: rows.length }
  for (const [format, name] of [
    ['csv', 'ballots'],
    ['csv-codes', CODED],
  ] as const) {
    const writer = await WRITERS[format](path.join(folder, `${name}.csv`), head)
    await writer.write(rows)
    await writer.end()
  }
  const descriptor = dataPackage(
    {
      ...{ slug: 'pire', title: COMMON, source: COMMON, site: 'Avis', language: 'fr', at: ORIGIN.at },
      ...{ allTexts: true, setAside: true },
      tables: [
        { name: 'ballots', columns, rows: rows.length },
        { name: CODED, columns: coded(columns).columns, rows: rows.length },
      ],
    },
    [],
  )
  const loaded = await Package.load(JSON.parse(descriptor), { basePath: folder })
  expect([loaded.valid, loaded.errors.map(String)]).toEqual([true, []])
  const [inWords, inNumbers] = loaded.resources
  const read = (await inWords?.read({ keyed: true })) ?? []
  expect(read).toHaveLength(rows.length)
  const told = read.flatMap((row) => row[columnName(open)] ?? []).map((text) => unescapeFormula(String(text)))
  expect(told).toEqual(texts)
  expect(await inNumbers?.read({ keyed: true })).toHaveLength(rows.length)
})
