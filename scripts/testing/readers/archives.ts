import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { atOneMoment, exportSurvey } from '../../../lib/exports/commands/export-survey'
import { tableOf } from '../../../lib/exports/commands/tables'
import { CODED, coded } from '../../../lib/exports/rules/coded'
import { type Column, TABLES } from '../../../lib/exports/rules/table'
import { exportInput } from '../../../lib/exports/schema'
import type { SurveyRecord } from '../../../lib/surveys/queries/public'
import { CHOSEN, type Sample } from './compare-exports'
import { type Stored, storedTables } from './expected-rows'
import { storedPolis } from './polis'
import { ARCHIVES, type Archive, ask, type Cell } from './reader'

/** Exports and unpacks an archive: by Info-ZIP where it is installed, which shares no code with the writer. */
export async function unpack(survey: SurveyRecord, format: Archive, folder: string): Promise<string> {
  const [file, inside] = [path.join(folder, `${format}.zip`), path.join(folder, format)]
  // Participants of Polis are the readers whose ballots count.
  const setAside = format === 'bundle'
  await exportSurvey(survey, exportInput.parse({ ...CHOSEN, format, setAside }), file)
  mkdirSync(inside)
  await ask('unzip', ['-q', '-d', inside, file]).catch(() => {
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file))))
      writeFileSync(path.join(inside, name), bytes)
  })
  return inside
}

/** Returns the CSV files of a Polis export, each with the columns that the database tells. */
async function polisSamples(survey: SurveyRecord, inside: string): Promise<Sample[]> {
  return (await storedPolis(survey)).map(({ name, columns, rows, asTyped }) => ({
    table: name,
    format: 'csv',
    file: path.join(inside, name),
    columns: columns.map((column) => ({ name: column, title: column, kind: 'text' })),
    rows,
    abstained: {},
    asTyped,
  }))
}

/** Returns the cells of a row with a number for each choice. */
const numbered = (columns: Column[], row: Stored): Stored =>
  Object.fromEntries(
    columns.map(({ name, codes }): [string, Cell] => {
      const value = row[name] ?? null
      return [name, codes?.find(({ label }) => label === value)?.value ?? value]
    }),
  )

/** Returns the tables of a bundle in each of its formats, with their content from the database. */
async function bundleSamples(survey: SurveyRecord, inside: string): Promise<Sample[]> {
  const stored = await storedTables(survey)
  const samples: Sample[] = []
  for (const table of TABLES) {
    const { columns } = await atOneMoment((tx) => tableOf(tx, survey, table, CHOSEN))
    const sample = { table, columns, rows: stored[table], abstained: {} }
    for (const format of ['csv', 'jsonl'] as const)
      samples.push({ ...sample, format, file: path.join(inside, `${table}.${format}`) })
    if (table === 'ballots') {
      const numbers = coded(columns).columns
      const rows = stored[table].map((row) => numbered(columns, row))
      const file = path.join(inside, `${CODED}.csv`)
      samples.push({ ...sample, table: CODED, columns: numbers, rows, format: 'csv', file })
    }
  }
  return samples
}

/** Exports and unpacks each archive; returns its files with their expected content. */
export async function archiveSamples(
  survey: SurveyRecord,
  folder: string,
): Promise<{ archive: Archive; samples: Sample[] }[]> {
  const of = { polis: polisSamples, bundle: bundleSamples }
  const found = []
  for (const archive of ARCHIVES)
    found.push({ archive, samples: await of[archive](survey, await unpack(survey, archive, folder)) })
  return found
}
