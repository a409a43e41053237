import type { SurveyLanguage } from '../languages'
import { doubleBarrelled } from './lint/double-barrelled'
import { election } from './lint/election'
import type { Check, Finding } from './lint/finding'
import { leading } from './lint/leading'
import { loaded } from './lint/loaded'
import { negative } from './lint/negative'
import { noAbstention, tooManyOptions } from './lint/options'
import { unbalancedScale } from './lint/scale'
import { plain } from './reading/plain'
import type { QuestionInput } from './survey-questions'

export type { Finding, LintCode } from './lint/finding'

const CHECKS: Check[] = [
  election,
  doubleBarrelled,
  leading,
  loaded,
  negative,
  noAbstention,
  unbalancedScale,
  tooManyOptions,
]

/** Returns what a survey methodologist would criticise in one question, with the repair where there is one. */
export function lintQuestion(question: QuestionInput, language: SurveyLanguage): Finding[] {
  const linted = { question, folded: plain(question.prompt), language }
  return CHECKS.flatMap((check) => check(linted))
}
