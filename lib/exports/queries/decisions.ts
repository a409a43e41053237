import { Prisma } from '../../platform/db/client'
import { onDays } from '../../platform/db/days'
import { minuteOf, ownRow, type TableRow } from '../rules/table'
import { byCursor, type Chosen, countOf, ofChosenVersion, type Tx } from './chosen'

type DecisionRow = {
  id: bigint
  comment: string
  revision: number
  outcome: string
  reason: string | null
  rule: string | null
  automated: boolean
  charterVersion: number | null
  undoes: bigint | null
  at: Date
}

const chosenDecisions = (surveyId: number, chosen: Chosen) => Prisma.sql`
  FROM decision d JOIN comment c ON c.id = d.comment_id JOIN question q ON q.id = c.question_id
  WHERE d.survey_id = ${surveyId} AND ${ofChosenVersion(chosen)}
    AND ${onDays(Prisma.sql`d.at`, chosen)}`

/** Counts the decisions that an export of them has as rows. */
export const countDecisions = (tx: Tx, surveyId: number, chosen: Chosen) =>
  countOf(tx, chosenDecisions(surveyId, chosen))

/** Every act of moderation on this survey's comments, without who did it and without a word of the texts. */
export async function* decisionRows(tx: Tx, surveyId: number, chosen: Chosen): AsyncGenerator<TableRow[]> {
  const query = Prisma.sql`
    SELECT d.id, d.comment_id AS comment, d.revision, d.outcome::text AS outcome, d.reason, d.rule,
      d.staff_id IS NULL AND d.rule IS DISTINCT FROM 'shell' AS automated,
      d.charter_version AS "charterVersion", d.undoes, d.at
    ${chosenDecisions(surveyId, chosen)} ORDER BY d.id`
  const batches = byCursor<DecisionRow>(tx, 'chosen_decisions', query)
  for await (const rows of batches)
    yield rows.map((row) =>
      ownRow([
        Number(row.id),
        row.comment,
        row.revision,
        row.outcome,
        row.reason,
        row.rule,
        Number(row.automated),
        row.charterVersion,
        row.undoes === null ? null : Number(row.undoes),
        minuteOf(row.at),
      ]),
    )
}
