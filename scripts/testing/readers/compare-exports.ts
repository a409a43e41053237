import path from 'node:path'
import { atOneMoment, exportSurvey } from '../../../lib/exports/commands/export-survey'
import { tableOf } from '../../../lib/exports/commands/tables'
import { type Column, EXTENSIONS, FORMATS, type Format, TABLES } from '../../../lib/exports/rules/table'
import { exportInput } from '../../../lib/exports/schema'
import type { SurveyRecord } from '../../../lib/surveys/queries/public'
import { type Difference, differences } from './compare'
import { abstentions, type Stored, storedTables } from './expected-rows'
import { type Known, reasonFor } from './explained-differences'
import type { Archive, Reader } from './reader'

/** A file of an export, with its expected content. */
export type Sample = {
  /** Its name, or that of a file in an archive. */
  table: string
  format: Format
  file: string
  columns: Column[]
  rows: Stored[]
  abstained: Record<string, string>
  /** Its texts have no guard before a formula. */
  asTyped?: boolean | undefined
}

/** The result of one program and format: the unexplained differences by table, and the reasons for the others. */
export type Verdict = {
  reader: string
  format: Format | Archive
  wrong: { table: string; difference: Difference }[]
  explained: { reason: Known; cells: number }[]
}

/** What each export of this comparison asks for. */
export const CHOSEN = { allTexts: true, setAside: true, language: 'fr' as const }

/** Exports every table of `survey` in every format to `folder`, with its expected content from the database. */
export async function samplesOf(
  survey: SurveyRecord,
  folder: string,
  formats: readonly Format[] = FORMATS,
): Promise<Sample[]> {
  const stored = await storedTables(survey)
  const abstained = await abstentions(survey.id)
  const samples: Sample[] = []
  for (const table of TABLES) {
    for (const format of formats) {
      // An English Excel's headings are English, as the name of its format implies.
      const language = format === 'csv-excel-en' ? 'en' : CHOSEN.language
      const { columns } = await atOneMoment((tx) => tableOf(tx, survey, table, { ...CHOSEN, language }))
      const file = path.join(folder, `${table}-${format}.${EXTENSIONS[format]}`)
      await exportSurvey(survey, exportInput.parse({ ...CHOSEN, table, format }), file)
      samples.push({
        table,
        format,
        file,
        columns,
        rows: stored[table],
        abstained: table === 'ballots' ? abstained : {},
      })
    }
  }
  return samples
}

const refused = (error: unknown): Difference => ({
  row: 0,
  column: 'the file',
  want: 'read',
  got: String((error as { stderr?: string }).stderr || error)
    .trim()
    .slice(0, 300),
})

/** Lets `reader` read every sample of `format`; resolves to its differences from the database. */
export const judge = (reader: Reader, format: Format, samples: Sample[]): Promise<Verdict> =>
  verdictOn(
    reader,
    format,
    samples.filter((one) => one.format === format),
  )

/** Lets `reader` read the files of an archive that are of its formats. */
export const judgeArchive = (reader: Reader, archive: Archive, samples: Sample[]): Promise<Verdict> =>
  verdictOn(
    reader,
    archive,
    samples.filter(({ format }) => reader.formats.includes(format)),
  )

async function verdictOn(reader: Reader, named: Format | Archive, samples: Sample[]): Promise<Verdict> {
  const verdict: Verdict = { reader: reader.name, format: named, wrong: [], explained: [] }
  for (const sample of samples) {
    const { format } = sample
    const found = await reader.read(sample.file, format, sample.columns).then(
      (read) => differences(sample, read, format),
      (error) => [refused(error)],
    )
    for (const difference of found) {
      const reason = reasonFor(reader.name, format, difference) ?? reasonFor(reader.name, named, difference)
      const known = verdict.explained.find((one) => one.reason === reason)
      if (!reason) verdict.wrong.push({ table: sample.table, difference })
      else if (known) known.cells++
      else verdict.explained.push({ reason, cells: 1 })
    }
  }
  return verdict
}
