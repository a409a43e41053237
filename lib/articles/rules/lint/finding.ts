import type { SurveyLanguage } from '../../languages'
import type { QuestionInput } from '../survey/survey-questions'

/** The name of a fault. */
export type LintCode =
  | 'double_barrelled'
  | 'double_subject'
  | 'leading'
  | 'loaded'
  | 'negative'
  | 'no_abstention'
  | 'unbalanced_scale'
  | 'unbalanced_options'
  | 'too_many_options'
  | 'election'

/** A fault of a question. `why` is the wording or fact behind it; sentences are written elsewhere. */
export interface Finding {
  code: LintCode
  why: { words?: string; count?: number; most?: number }
  /** The question as it could be asked instead. */
  offer?: QuestionInput
}

/** A question under examination. */
export interface Linted {
  question: QuestionInput
  /** The prompt folded by `plain`: same length as the prompt. */
  folded: string
  language: SurveyLanguage
}

/** Examines a question for one kind of fault. */
export type Check = (linted: Linted) => Finding[]

/** Finds the first match of `pattern` and returns it in the prompt's own spelling. */
export function wordsMatching({ folded, question }: Linted, pattern: RegExp): string | undefined {
  const match = pattern.exec(folded)
  return match ? question.prompt.slice(match.index, match.index + match[0].length).trim() : undefined
}
