import { longDb } from '../../platform/db/client'
import type { Locale } from '../../platform/i18n/locale'
import type { SurveyRecord } from '../../surveys/queries/public'
import type { Tx } from '../queries/chosen'
import { lackOfRoom } from '../rules/format-limits'
import { ExportFailure } from '../rules/job'
import type { ExportInput } from '../schema'
import { writeBundle } from './bundle'
import { writePolis } from './polis'
import { tableOf } from './tables'
import { type Written, wholeFile, writeTable } from './write'

/** A million ballots take a minute; what takes this long has met a disk or a database that is gone. */
const MAX_MS = 3600_000

/** The language of headings that a format's name says. */
const EXCEL_LANGUAGES: Partial<Record<ExportInput['format'], Locale>> = {
  'csv-excel-fr': 'fr',
  'csv-excel-en': 'en',
}

export type OnRows = (rows: number, total: number) => void

/** Everything read within is as of one moment: the tables of an export agree with each other and with the results. */
export const atOneMoment = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  longDb().$transaction(work, { isolationLevel: 'RepeatableRead', timeout: MAX_MS, maxWait: 10_000 })

/**
 * Writes what `input` asks of `survey` to `file`, whole or not at all; `onRows` hears how far it
 * is, and what it throws stops the work. Who may ask is
 * for the caller to know: the shell, or a page of the desk.
 */
export async function exportSurvey(
  survey: SurveyRecord,
  input: ExportInput,
  file: string,
  onRows: OnRows = () => undefined,
): Promise<Written> {
  const { format, table, ...rest } = input
  const chosen = { ...rest, language: EXCEL_LANGUAGES[format] ?? rest.language ?? survey.view.language }
  return atOneMoment(async (tx) => {
    if (format === 'bundle') return writeBundle(tx, survey, chosen, file, onRows)
    if (format === 'polis') return writePolis(tx, survey, chosen, file, onRows)
    const source = await tableOf(tx, survey, table, chosen)
    const lack = lackOfRoom(format, source)
    if (lack) throw new ExportFailure(lack)
    onRows(0, source.total)
    const [written] = await wholeFile(file, (part) =>
      writeTable(source, [{ format, file: part }], (count) => onRows(count, source.total)),
    )
    if (!written) throw new Error('an export has a file')
    return written
  })
}
