import { ATTACHED_TO_BALLOT } from '../../comments/queries/attached-to-ballot'
import { Prisma } from '../../platform/db/client'
import { onDays } from '../../platform/db/days'
import { minuteOf, ownRow, type TableRow } from '../rules/table'
import { byCursor, type Chosen, countOf, ofChosenVersion, type Tx } from './chosen'

type CommentRow = {
  id: string
  version: number
  prompt: string
  text: string
  language: string | null
  revision: number
  sentAt: Date
  outcome: string | null
  reason: string | null
  rule: string | null
  automated: boolean | null
  decision: bigint | null
  decidedAt: Date | null
}

const chosenComments = (surveyId: number, chosen: Chosen) => Prisma.sql`
  FROM comment c
  JOIN question q ON q.id = c.question_id
  JOIN ballot b ON ${ATTACHED_TO_BALLOT}
  LEFT JOIN decision d ON d.id = c.decision_id
  WHERE c.survey_id = ${surveyId} AND (${chosen.allTexts} OR c.outcome = 'published')
    AND (${chosen.setAside} OR b.quarantine_id IS NULL)
    AND ${ofChosenVersion(chosen)}
    AND ${onDays(Prisma.sql`c.changed_at`, chosen)}`

export const countComments = (tx: Tx, surveyId: number, chosen: Chosen) =>
  countOf(tx, chosenComments(surveyId, chosen))

/** Readers' texts with the decision that holds on each: the published ones, or with `allTexts` all that stand. */
export async function* commentRows(tx: Tx, surveyId: number, chosen: Chosen): AsyncGenerator<TableRow[]> {
  const query = Prisma.sql`
    SELECT c.id, q.version, q.prompt, c.text, c.language, c.revision, c.changed_at AS "sentAt",
      c.outcome::text AS outcome, d.reason, d.rule,
      d.staff_id IS NULL AND d.rule IS DISTINCT FROM 'shell' AS automated, d.id AS decision,
      d.at AS "decidedAt"
    ${chosenComments(surveyId, chosen)} ORDER BY c.id`
  const batches = byCursor<CommentRow>(tx, 'chosen_comments', query, ({ text }) => text.length)
  for await (const rows of batches)
    yield rows.map((row) =>
      ownRow([
        row.id,
        row.version,
        row.prompt,
        row.text,
        row.language,
        row.revision,
        minuteOf(row.sentAt),
        row.outcome ?? 'received',
        row.reason,
        row.rule,
        row.outcome === null ? null : Number(row.automated),
        row.decision === null ? null : Number(row.decision),
        row.decidedAt && minuteOf(row.decidedAt),
      ]),
    )
}
