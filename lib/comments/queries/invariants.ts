import { type Fault, type Invariant, MAX_FAULTS } from '../../platform/db/invariant'
import { TITLE } from '../../platform/db/title'

/** Checks that each comment points at the newest decision on its current revision, if there is one. */
const decisions: Invariant = {
  name: 'the decision that holds is the newest',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT 'comment (' || c.id || ')' AS row,
      'points at decision ' || coalesce(c.decision_id::text, 'none') || ', the newest on revision '
        || c.revision || ' is ' || coalesce(d.newest::text, 'none') AS wrong
    FROM comment c
    LEFT JOIN LATERAL (
      SELECT max(id) AS newest FROM decision WHERE comment_id = c.id AND revision = c.revision
    ) AS d ON true
    WHERE c.survey_id = ${surveyId} AND c.decision_id IS DISTINCT FROM d.newest
    ORDER BY c.id LIMIT ${MAX_FAULTS}`,
}

/** Checks that revisions are numbered without a gap up to the current one, whose text the comment has. */
const revisions: Invariant = {
  name: 'revisions lead to the text that stands',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT 'comment (' || c.id || ')' AS row,
      CASE WHEN r.last IS DISTINCT FROM c.revision OR r.count <> c.revision
        THEN 'is at revision ' || c.revision || ', and has ' || r.count || ' up to ' || coalesce(r.last, 0)
        ELSE 'has another text than its revision ' || c.revision END AS wrong
    FROM comment c
    LEFT JOIN LATERAL (
      SELECT count(*) AS count, max(number) AS last, (array_agg(text ORDER BY number DESC))[1] AS text
      FROM comment_revision WHERE comment_id = c.id
    ) AS r ON true
    WHERE c.survey_id = ${surveyId}
      AND (r.last IS DISTINCT FROM c.revision OR r.count <> c.revision OR r.text <> c.text)
    ORDER BY c.id LIMIT ${MAX_FAULTS}`,
}

/** Checks that no text of an erased comment is left anywhere. */
const erased: Invariant = {
  name: 'erased texts are gone',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT 'comment (' || c.id || ')' AS row, 'is erased, and words of it are left' AS wrong FROM comment c
    WHERE c.survey_id = ${surveyId} AND c.erased_at IS NOT NULL AND (
      c.text <> '' OR c.search IS NOT NULL OR c.withdrawn_at IS NULL
      OR EXISTS (SELECT FROM comment_revision r WHERE r.comment_id = c.id AND r.text <> '')
      OR EXISTS (SELECT FROM appeal a WHERE a.comment_id = c.id AND a.text <> '')
    )
    ORDER BY c.id LIMIT ${MAX_FAULTS}`,
}

/** Checks that what belongs to a comment is of its survey, and that what answers it is about it. */
const kin: Invariant = {
  name: 'what belongs to a comment is of the same survey',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT row, wrong FROM (
      SELECT 'comment (' || c.id || ')' AS row, 'answers a question of another survey' AS wrong
      FROM comment c JOIN question q ON q.id = c.question_id
      WHERE c.survey_id = ${surveyId} AND q.survey_id <> c.survey_id
      UNION ALL
      SELECT 'comment (' || c.id || ')', 'came with no ballot' FROM comment c
      WHERE c.survey_id = ${surveyId}
        AND NOT EXISTS (SELECT FROM ballot b WHERE b.title_id = ${TITLE} AND b.survey_id = c.survey_id AND b.reader = c.reader)
      UNION ALL
      SELECT 'decision (' || d.id || ')', 'is of another survey than its comment, or of a revision to come'
      FROM comment c JOIN decision d ON d.comment_id = c.id
      WHERE c.survey_id = ${surveyId} AND (d.survey_id <> c.survey_id OR d.revision > c.revision)
      UNION ALL
      SELECT 'report (' || r.id || ')', 'is of another survey than its comment, or of a revision to come'
      FROM comment c JOIN report r ON r.comment_id = c.id
      WHERE c.survey_id = ${surveyId} AND (r.survey_id <> c.survey_id OR r.revision > c.revision)
      UNION ALL
      SELECT 'report (' || r.id || ')', 'is answered by a decision about something else'
      FROM report r LEFT JOIN decision d ON d.id = r.answer_id
      WHERE r.survey_id = ${surveyId} AND r.answer_id IS NOT NULL AND d.comment_id IS DISTINCT FROM r.comment_id
      UNION ALL
      SELECT 'appeal (' || a.id || ')', 'is against a decision about something else'
      FROM appeal a LEFT JOIN decision d ON d.id = a.decision_id
      WHERE a.survey_id = ${surveyId} AND d.comment_id IS DISTINCT FROM a.comment_id
      UNION ALL
      SELECT 'appeal (' || a.id || ')', 'is answered by a decision about something else'
      FROM appeal a LEFT JOIN decision d ON d.id = a.answer_id
      WHERE a.survey_id = ${surveyId} AND a.answer_id IS NOT NULL AND d.comment_id IS DISTINCT FROM a.comment_id
    ) AS found
    ORDER BY 1 LIMIT ${MAX_FAULTS}`,
}

/** Checks that each erasure here is on the list of those to repeat when an older backup is restored. */
const listed: Invariant = {
  name: 'erased texts are on the list of erasures',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT 'comment (' || c.id || ')' AS row, 'is erased, and not on the list' AS wrong FROM comment c
    WHERE c.survey_id = ${surveyId} AND c.erased_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM erasure e WHERE e.comment_id = c.id AND e.revision >= c.revision)
    ORDER BY c.id LIMIT ${MAX_FAULTS}`,
}

export const commentInvariants: Invariant[] = [decisions, revisions, erased, listed, kin]
