import type { FreeAnswersSql } from '../../ballots/commands/free-answers'
import { mostRevisionsSql } from '../../ballots/rules/change-limit'

/**
 * Stores the texts that arrive with ballots. A changed text is a new revision that waits for another decision. A text
 * that the new ballot lacks is withdrawn.
 */
export const COMMENTS_OF_BALLOTS: FreeAnswersSql = {
  changeable: `NOT EXISTS (
    SELECT FROM texts t JOIN comment c USING (survey_id, reader, question_id)
    WHERE t.survey_id = b.survey_id AND t.reader = b.reader
      AND c.text <> t.text AND c.revision >= ${mostRevisionsSql('c.created_at')}
  )`,
  revisions: `(
    SELECT coalesce(sum(c.revision), 0) FROM comment c WHERE c.survey_id = b.survey_id AND c.reader = b.reader
  )`,
  stored: '(SELECT count(*) FROM stored s WHERE s.survey_id = b.survey_id AND s.reader = b.reader)',
  replaces: `EXISTS (
    SELECT FROM texts t JOIN comment c USING (survey_id, reader, question_id)
    WHERE t.survey_id = b.survey_id AND t.reader = b.reader AND c.withdrawn_at IS NULL AND c.erased_at IS NULL AND c.text <> t.text
  )`,
  ctes: `
    said AS (
      SELECT w.survey_id, w.reader, t.question_id, t.text
      FROM texts t JOIN written w USING (survey_id, reader)
    ),
    stored AS (
      INSERT INTO comment AS c (survey_id, reader, question_id, text)
      SELECT survey_id, reader, question_id, text FROM said ORDER BY survey_id, reader, question_id
      ON CONFLICT (survey_id, reader, question_id) DO UPDATE
        SET text = excluded.text, revision = c.revision + 1, changed_at = now(),
          withdrawn_at = NULL, erased_at = NULL, decision_id = NULL, outcome = NULL, language = NULL
        WHERE c.text <> excluded.text OR c.withdrawn_at IS NOT NULL
      RETURNING id, survey_id, reader, revision, text
    ),
    revised AS (
      INSERT INTO comment_revision (comment_id, number, text)
      SELECT id, revision, text FROM stored
    ),
    withdrawn AS (
      UPDATE comment c SET withdrawn_at = now()
      FROM moved m
      WHERE m.previous IS NOT NULL
        AND c.survey_id = m.survey_id AND c.reader = m.reader AND c.withdrawn_at IS NULL
        AND NOT EXISTS (
          SELECT FROM said
          WHERE said.survey_id = c.survey_id AND said.reader = c.reader AND said.question_id = c.question_id
        )
    )`,
}
