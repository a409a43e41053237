import { z } from 'zod'
import type { JobProblem, JobState } from './rules/job'
import { FORMAT_NAMES, TABLES } from './rules/table'

export const exportInput = z.strictObject({
  format: z.enum(FORMAT_NAMES),
  table: z.enum(TABLES).default('ballots'),
  /** Of when a ballot was cast, or a text sent; both days are part of it. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  version: z.int().positive().optional(),
  /** Also texts that were not published, for whoever moderates. */
  allTexts: z.boolean().default(false),
  /** Also ballots that a quarantine has set aside, with a column that names it. */
  setAside: z.boolean().default(false),
})
export type ExportInput = z.infer<typeof exportInput>

/** The same out of a form, where everything is text and an empty field says nothing. */
export const exportForm = z.preprocess((given) => {
  const { version, allTexts, setAside, ...rest } = given as Record<string, string | undefined>
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '')),
    ...(version && { version: Number(version) }),
    ...(allTexts !== undefined && { allTexts: allTexts === 'yes' }),
    ...(setAside !== undefined && { setAside: setAside === 'yes' }),
  }
}, exportInput)

/** A file that an editor asked for, and how far it is. */
export type JobView = {
  id: string
  state: JobState
  input: ExportInput
  askedBy: string
  askedAt: string
  rows: number
  /** How many rows there will be; unknown until the writing begins. */
  total?: number
  secondsLeft?: number
  problem?: JobProblem
  file?: { name: string; path: string; bytes: number; sha256: string; until: string }
}
