import { Prisma } from '../../platform/db/client'

/**
 * Text `c` stands beside its author's ballot `b`: neither withdrawn nor erased, and the ballot still answers its
 * question. The condition by which both are joined; whether the ballot counts is another matter (`quarantine_id`).
 */
export const STANDS = Prisma.raw(`b.survey_id = c.survey_id AND b.reader = c.reader
  AND 'q' || c.question_id = ANY (b.cells) AND c.withdrawn_at IS NULL`)
