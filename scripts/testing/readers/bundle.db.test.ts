import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { XmlDocument } from 'libxml2-wasm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { atOneMoment, exportSurvey } from '../../../lib/exports/commands/export-survey'
import { tableOf } from '../../../lib/exports/commands/tables'
import { verifyBundle } from '../../../lib/exports/commands/verify'
import { CODED, coded } from '../../../lib/exports/rules/coded'
import { TABLES } from '../../../lib/exports/rules/table'
import { exportInput } from '../../../lib/exports/schema'
import type { SurveyRecord } from '../../../lib/surveys/queries/public'
import { readXlsx } from '../xlsx'
import { MISSPELT, richConsultation } from './consultation'
import { storedTables } from './expected-rows'
import { inPspp, pspp } from './pspp'
import { readr } from './r'
import { ask } from './reader'

type Resource = { descriptor: { name: string }; read: () => Promise<unknown[][]> }
type Loaded = { valid: boolean; errors: Error[]; resources: Resource[] }
// The package has no types. It contains the published schemas of Frictionless Data, and reads the files by our
// descriptor.
const { Package } = createRequire(import.meta.url)('datapackage') as {
  Package: { load: (descriptor: unknown, options: { basePath: string }) => Promise<Loaded> }
}

const folder = mkdtempSync(path.join(tmpdir(), 'avis-bundle-readers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const inside = path.join(folder, 'inside')
const textOf = (name: string) => readFileSync(path.join(inside, name), 'utf8')

async function unpacked(survey: SurveyRecord, language: 'fr' | 'en') {
  const file = path.join(folder, `${language}.zip`)
  await exportSurvey(
    survey,
    exportInput.parse({ format: 'bundle', allTexts: true, setAside: true, language }),
    file,
  )
  rmSync(inside, { recursive: true, force: true })
  mkdirSync(inside)
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file))))
    writeFileSync(path.join(inside, name), bytes)
  return file
}

let survey: SurveyRecord
let file: string
beforeAll(async () => {
  survey = await richConsultation()
  file = await unpacked(survey, 'fr')
})

it('its data package has the published form, and each file of it the schema it says', async () => {
  expect(await verifyBundle(file)).toEqual([])
  const loaded = await Package.load(JSON.parse(textOf('datapackage.json')), { basePath: inside })
  expect(loaded.errors.map(String)).toEqual([])
  expect(loaded.valid).toBe(true)
  expect(loaded.resources.map(({ descriptor }) => descriptor.name).sort()).toEqual([...TABLES, CODED].sort())
  const stored = await storedTables(survey)
  for (const resource of loaded.resources) {
    const { name } = resource.descriptor
    const { length } = name === CODED ? stored.ballots : stored[name as 'ballots']
    expect([name, (await resource.read()).length]).toEqual([name, length])
  }
})

it('its codebooks name every column of every table, with what rules and numbers stand for', () => {
  const document = XmlDocument.fromString(textOf('codebook.xml'))
  const spaces = { d: 'ddi:codebook:2_5' }
  const page = textOf('codebook.html')
  for (const table of [...TABLES, CODED]) {
    const [header = ''] = textOf(`${table}.csv`).split('\r\n')
    const names = header.split(',')
    const variables = document.find(`//d:var[@files='${table}']/@name`, spaces).map(({ content }) => content)
    expect(variables).toEqual(names)
    for (const name of names) expect(page).toContain(`<code>${name}</code>`)
  }
  document.dispose()
  for (const word of ['burst', 'received', 'suspect_words', 'escalated'])
    expect(page).toContain(`<code>${word}</code>`)
  expect(page).toContain('<html lang="fr">')
})

it('every codebook has the former words, with the day of their correction, in the columns they are about', async () => {
  const [prompt, option] = [
    `« ${MISSPELT.prompt} » : libellé corrigé le 1er novembre 2026, devenu « Êtes-vous pour ou contre ? ».`,
    `« ${MISSPELT.option} » : libellé corrigé le 1er novembre 2026, devenu « Cela dépend ».`,
  ]
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
  for (const sentence of [prompt, option]) {
    expect(plain(textOf('codebook.html'))).toContain(`<p class="former">${sentence}</p>`)
    const document = XmlDocument.fromString(textOf('codebook.xml'))
    const noted = document.find(
      `//d:var[@files='ballots'][d:notes[translate(., '\u00a0\u202f', '  ')="${sentence}"]]/d:labl`,
      { d: 'ddi:codebook:2_5' },
    )
    expect(noted.map(({ content }) => plain(content))).toEqual([
      'Version 1 : Êtes-vous pour ou contre ?',
      'Version 1 : Êtes-vous pour ou contre ? [ordre montré]',
    ])
    document.dispose()
  }
  const { resources } = JSON.parse(textOf('datapackage.json'))
  const fields = resources[0].schema.fields as { title: string; description?: string }[]
  const described = fields.flatMap(({ description }) => (description ? [plain(description)] : []))
  expect(described.filter((text) => text.endsWith(`${prompt} ${option}`))).toHaveLength(2)
  const workbook = path.join(folder, 'ballots.xlsx')
  await exportSurvey(survey, exportInput.parse({ format: 'xlsx' }), workbook)
  const told = (readXlsx(workbook)[1] ?? []).flatMap(({ F }) => (F?.value ? [plain(F.value)] : []))
  expect(told).toEqual(['Libellés antérieurs', `${prompt}\n${option}`, `${prompt}\n${option}`])
})

it('the R script gives each column its label, its type and its levels', async () => {
  // Where R is missing, `npm run test:readers` reports it.
  const version = await readr.version().catch(() => undefined)
  if (version === undefined) return expect(textOf('labels.R')).toContain('read.csv("ballots.csv"')
  const program = `setwd(commandArgs(TRUE)[1]); source('labels.R', encoding = 'UTF-8')
tables <- list(ballots = ballots, comments = comments, decisions = decisions, results = results)
cat(jsonlite::toJSON(lapply(tables, function(table) list(rows = nrow(table),
  unlabelled = I(names(table)[sapply(table, function(column) is.null(attr(column, 'label')))]),
  steps = I(as.integer(unlist(lapply(table, function(column) if (is.ordered(column)) nlevels(column))))),
  times = sum(sapply(table, function(column) inherits(column, 'POSIXct') && !all(is.na(column)))))), auto_unbox = TRUE))`
  const said = JSON.parse(await ask('Rscript', ['--vanilla', '-e', program, inside]))
  const stored = await storedTables(survey)
  for (const table of TABLES)
    expect([table, said[table].rows, said[table].unlabelled]).toEqual([table, stored[table].length, []])
  expect(said.ballots).toMatchObject({ steps: [6, 6], times: 2 })
})

it('the SPSS syntax makes of the CSV file in numbers what the system file is', async () => {
  const version = await pspp.version().catch(() => undefined)
  if (version === undefined) return expect(textOf('labels.sps')).toContain('MISSING VALUES')
  const input = { format: 'sav', setAside: true, language: 'fr' } as const
  const system = path.join(folder, 'ballots.sav')
  await exportSurvey(survey, exportInput.parse(input), system)
  const { columns: all } = await atOneMoment((tx) =>
    tableOf(tx, survey, 'ballots', { ...exportInput.parse(input), language: 'fr' }),
  )
  const { columns } = coded(all)
  const names = columns.map(({ name }) => name)
  // A mean of a column is of opinions alone.
  const numbers = columns.flatMap(({ name, kind }) => (kind === 'number' ? [name] : []))
  const told = (from: string) =>
    inPspp(
      () => `CD '${inside}'.\n${from}\nDESCRIPTIVES ${numbers.join(' ')}.\nMRSETS /DISPLAY NAME=ALL.
SAVE OUTFILE='${path.join(folder, 'labelled.sav')}' /KEEP=${names.join(' ')}.\n`,
      async (printed) => {
        const read = await pspp.read(path.join(folder, 'labelled.sav'), 'sav', columns)
        return { ...read, printed: readFileSync(path.join(printed, 'said.csv'), 'utf8') }
      },
    )
  const [ours, theirs] = [await told("INSERT FILE='labels.sps'."), await told(`GET FILE='${system}'.`)]
  expect(ours.columns).toEqual(names)
  expect(ours.described).toEqual(theirs.described)
  expect(ours.described?.some(({ missing }) => missing?.includes(99))).toBe(true)
  expect(ours.printed).toContain('Descriptive Statistics')
  expect(ours.printed).toBe(theirs.printed)
  const withoutId = (rows: unknown[][]) => rows.map(([, ...row]) => row)
  expect(withoutId(ours.rows)).toEqual(withoutId(theirs.rows))
})

it('is in English where that is asked for', async () => {
  await unpacked(survey, 'en')
  expect(textOf('codebook.html')).toContain('<html lang="en">')
  expect(textOf('codebook.html')).toContain('One row for each ballot.')
  expect(textOf('codebook.xml')).toContain('Self-selected respondents')
  expect(textOf('method.md')).toContain('no margin\nof error can be computed')
  expect(textOf('method.md')).not.toContain('échantillon')
  expect(() => textOf('methode.md')).toThrow(/ENOENT/)
})
