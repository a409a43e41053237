import type { InvalidateCopies } from '../../comments/commands/invalidate-text-copies'

/**
 * Gives up the files that may hold a word of a comment, finished or being written: those with texts, made since it was
 * sent; without unpublished texts only if it ever was published. They are refused from now on, and removed by a job.
 */
export const invalidateExports: InvalidateCopies = (tx, comment) => tx.$executeRaw`
  UPDATE export_job j SET problem = 'text_erased'
  FROM comment c
  WHERE c.id = ${comment}::uuid AND j.survey_id = c.survey_id AND j.attempt > 0
    AND j.cancelled_at IS NULL AND j.problem IS NULL
    AND coalesce(j.finished_at, now()) >= c.created_at
    AND (j.input ->> 'format' = 'bundle' OR j.input ->> 'format' <> 'polis'
      AND coalesce(j.input ->> 'table', 'ballots') IN ('ballots', 'comments'))
    AND (coalesce((j.input ->> 'allTexts')::boolean, false) OR EXISTS (
      SELECT FROM decision d WHERE d.comment_id = c.id AND d.outcome = 'published'
    ))`
