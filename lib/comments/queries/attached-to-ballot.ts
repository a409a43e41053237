import { Prisma } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'

/**
 * Joins comment `c` to its author's ballot `b` while the comment is shown with it. That is while it is neither
 * withdrawn nor erased, and the ballot still answers its question. A ballot in quarantine is joined too; exclude it by
 * `quarantine_id`.
 */
export const ATTACHED_TO_BALLOT =
  Prisma.raw(`b.title_id = ${TITLE} AND b.survey_id = c.survey_id AND b.reader = c.reader
  AND 'q' || c.question_id = ANY (b.cells) AND c.withdrawn_at IS NULL`)
