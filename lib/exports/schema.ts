import { z } from 'zod'
import { locales } from '../platform/i18n/locale'
import { JOB_PROBLEMS, JOB_STATES } from './rules/job'
import { FORMAT_NAMES, TABLES } from './rules/table'

export const exportInput = z.strictObject({
  format: z.enum(FORMAT_NAMES),
  table: z.enum(TABLES).default('ballots'),
  /** Of when a ballot was cast or a text sent, as days of the newsroom's time zone; both days are part of it. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  version: z.int().positive().optional(),
  /** Includes texts that were not published, for moderators. */
  allTexts: z.boolean().default(false),
  /** Also ballots that a quarantine has set aside, with a column that names it. */
  setAside: z.boolean().default(false),
  /** Of the headings and labels that Excel and SPSS files have beside the survey's own words. */
  language: z.enum(locales).optional(),
})
export type ExportInput = z.infer<typeof exportInput>

/** The same out of a form, where everything is text and an empty field says nothing. It judges nothing. */
export function readExportForm(given: Record<string, string | undefined>): unknown {
  const { version, allTexts, setAside, ...rest } = given
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '')),
    ...(version && { version: Number(version) }),
    ...(allTexts !== undefined && { allTexts: allTexts === 'yes' }),
    ...(setAside !== undefined && { setAside: setAside === 'yes' }),
  }
}

/** A file that an editor asked for, and how far it is. */
export const jobView = z
  .object({
    id: z.uuid(),
    state: z.enum(JOB_STATES),
    input: exportInput.meta({ id: 'ExportInput' }),
    askedBy: z.string(),
    askedAt: z.iso.datetime(),
    rows: z.int(),
    /** How many rows there will be; unknown until the writing begins. */
    total: z.int().optional(),
    secondsLeft: z.int().optional(),
    problem: z.enum(JOB_PROBLEMS).optional(),
    file: z
      .object({
        name: z.string(),
        path: z.string(),
        bytes: z.int(),
        sha256: z.string(),
        until: z.iso.datetime(),
      })
      .optional(),
  })
  .meta({ id: 'Export' })
export type JobView = z.infer<typeof jobView>
