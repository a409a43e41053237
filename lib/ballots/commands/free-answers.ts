import { injected } from '../../platform/runtime/injected'

/**
 * SQL by which the module that owns the texts takes part in `writeBallots`: one statement, one transaction. It may read
 * the expressions `texts` (survey_id, reader, question_id, text), `written` and `moved` (rows of ballot).
 */
export type FreeAnswersSql = {
  /** A condition on ballot `b`: true if none of its texts was changed too often. */
  changeable: string
  /** How many revisions the texts of ballot `b` have together. */
  revisions: string
  /** How many texts of ballot `b` this statement stores, new or changed: each is one revision more. */
  stored: string
  /** A condition on ballot `b`: true if one of its present texts would be replaced by another. */
  replaces: string
  /** Common table expressions, separated by commas, that store the texts of `written`. */
  ctes: string
}

/** Injected by comments (lib/comments/commands/free-answers.ts). */
export const freeAnswersSql = injected<FreeAnswersSql>('free answers')
