import { optionKey, versionKey } from '../../ballots/rules/tally-keys'
import { type Outcome, success } from '../../platform/http/problem-codes'
import { withConcurrencyLimit } from '../../results/queries/concurrency-limit'
import type { Variable } from '../../results/rules/variables'
import type { Editor } from '../../staff/rules/roles'
import type { SurveyRecord } from '../../surveys/queries/public'
import { type AnswerCount, EVERY, textsByAnswer, UNANSWERED } from '../rules/by-answer'
import { ATTACHED_TO_BALLOT } from './attached-to-ballot'

export type Texts = ReturnType<typeof textsByAnswer> & { at: Date }

type Row = AnswerCount & { at: Date }

/**
 * Counts the present texts by state (published, waiting, rejected) and by their authors' answer to `variable`. Only of
 * ballots that count, in this version of the questions. Refusal: `analysis_too_slow`.
 */
export async function textsBy(
  _editor: Editor,
  { id, view }: SurveyRecord,
  variable: Variable | undefined,
): Promise<Outcome<Texts>> {
  const cells = variable?.options.map((option) => optionKey(option.id)) ?? []
  const read = await withConcurrencyLimit(
    (tx) => tx.$queryRaw<Row[]>`
      SELECT a.answer, said.state, count(*)::int AS count, now() AS at
      FROM (
        SELECT CASE WHEN c.outcome IN ('published', 'rejected') THEN c.outcome::text ELSE 'waiting' END AS state,
          ARRAY(SELECT cell FROM unnest(b.cells) AS cell WHERE cell = ANY (${cells}::text[])) AS chosen
        FROM comment c JOIN ballot b ON ${ATTACHED_TO_BALLOT}
        WHERE c.survey_id = ${id} AND b.quarantine_id IS NULL
          AND ${versionKey(view.version)} = ANY (b.cells)
      ) AS said,
      unnest(CASE WHEN chosen = '{}' THEN ARRAY[${UNANSWERED}::text] ELSE chosen END || ${EVERY}::text) AS a (answer)
      GROUP BY a.answer, said.state`,
  )
  if (!read.ok) return read
  return success({ ...textsByAnswer(read.value, variable), at: read.value[0]?.at ?? new Date() })
}
