import { z } from 'zod'
import { FORMATS, TABLES } from './rules/table'

export const exportInput = z.strictObject({
  format: z.enum([...FORMATS, 'bundle']),
  table: z.enum(TABLES).default('ballots'),
  /** Of when a ballot was cast, or a text sent; both days are part of it. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  version: z.int().positive().optional(),
  /** Also texts that were not published, for whoever moderates. */
  allTexts: z.boolean().default(false),
})
export type ExportInput = z.infer<typeof exportInput>
