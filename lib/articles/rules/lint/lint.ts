import type { SurveyLanguage } from '../../languages'
import { plain } from '../reading/plain'
import type { QuestionInput } from '../survey/survey-questions'
import { doubleBarrelled } from './double-barrelled'
import { election } from './election'
import type { Check, Finding } from './finding'
import { leading } from './leading'
import { loaded } from './loaded'
import { negative } from './negative'
import { noAbstention, tooManyOptions } from './options'
import { unbalancedScale } from './scale'

export type { Finding } from './finding'

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
