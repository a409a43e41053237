import { publicationDate } from '../../articles/rules/addresses/publication'
import { isAbstention } from '../../articles/rules/survey/abstention'
import {
  type FieldCode,
  type FieldProblem,
  type Outcome,
  refusal,
  success,
} from '../../platform/http/problem-codes'
import { isBlank } from '../../platform/i18n/clean-text'
import type { Draft, EditableQuestion, QuestionInput } from '../schema'
import { MAX_ASPECTS } from './aspects'
import { duplicateWording } from './duplicate-wording'
import { questionOf } from './editing'
import { SLUG } from './slug'

function faultOfAddress(url: string): boolean {
  return url !== '' && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
}

type Fault = Pick<FieldProblem, 'code' | 'values'>

/**
 * Returns the questions of `draft`, or everything that keeps it from publication, each fault beside its field. With
 * `asked` the questions are not judged: readers answered them as they are, whatever was accepted then.
 */
export function checkDraft(draft: Draft, { asked = false } = {}): Outcome<QuestionInput[]> {
  const faults: FieldProblem[] = []
  const add = (fault: Fault, ...path: (string | number)[]) =>
    faults.push({ ...fault, path, field: path.join('.') })
  const fault = (code: FieldCode, ...path: (string | number)[]) => add({ code }, ...path)
  for (const name of ['title', 'sourceName', 'summary'] as const)
    if (isBlank(draft[name])) fault('empty', name)
  if (!SLUG.test(draft.slug)) fault('bad_address', 'slug')
  if (faultOfAddress(draft.sourceUrl.trim())) fault('bad_address', 'sourceUrl')
  if (draft.publishedOn.trim() && !publicationDate(draft.publishedOn)) fault('bad_date', 'publishedOn')
  const questions = asked ? [] : draft.questions
  if (!draft.questions.length) fault('no_question', 'questions')
  questions.forEach((question, index) => {
    if (isBlank(question.prompt)) fault('empty', 'questions', index, 'prompt')
    const wrong = faultOfLines(question)
    if (wrong) add(wrong, 'questions', index, 'lines')
  })
  if (faults.length) return refusal('invalid_survey', faults)
  return success(draft.questions.map((question) => questionOf(question, draft.language)))
}

function faultOfLines({ kind, lines }: EditableQuestion): Fault | undefined {
  if (kind === 'open') return undefined
  const said = lines.filter((line) => !isBlank(line))
  const aspects = kind === 'aspects'
  const opinions = said.filter((line) => !isAbstention(line))
  if (said.length - opinions.length > (aspects ? 0 : 1))
    return { code: aspects ? 'abstention_as_judgement' : 'abstention_twice' }
  if (opinions.length < 2) return { code: aspects ? 'too_few_aspects' : 'too_few_options' }
  if (aspects && said.length > MAX_ASPECTS) return { code: 'too_many_aspects' }
  const same = duplicateWording(said)
  return same && { code: 'same_option_twice', values: same }
}
