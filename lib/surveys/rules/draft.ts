import { isAbstention } from '../../articles/rules/abstention'
import { publicationDate } from '../../articles/rules/publication'
import {
  type FieldCode,
  type FieldProblem,
  type Outcome,
  refusal,
  success,
} from '../../platform/http/problem-codes'
import { isBlank, seenText } from '../../platform/i18n/clean-text'
import type { Draft, EditableQuestion, QuestionInput } from '../schema'
import { MAX_ASPECTS } from './aspects'
import { questionOf } from './editing'
import { SLUG } from './slug'

function faultOfAddress(url: string): boolean {
  return url !== '' && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
}

/** Returns the questions of `draft`, or everything that keeps it from publication, each fault beside its field. */
export function checkDraft(draft: Draft): Outcome<QuestionInput[]> {
  const faults: FieldProblem[] = []
  const fault = (code: FieldCode, ...path: (string | number)[]) =>
    faults.push({ code, path, field: path.join('.') })
  for (const name of ['title', 'sourceName', 'summary'] as const)
    if (isBlank(draft[name])) fault('empty', name)
  if (!SLUG.test(draft.slug)) fault('bad_address', 'slug')
  if (faultOfAddress(draft.sourceUrl.trim())) fault('bad_address', 'sourceUrl')
  if (draft.publishedOn.trim() && !publicationDate(draft.publishedOn)) fault('bad_date', 'publishedOn')
  if (!draft.questions.length) fault('no_question', 'questions')
  draft.questions.forEach((question, index) => {
    if (isBlank(question.prompt)) fault('empty', 'questions', index, 'prompt')
    const code = faultOfLines(question)
    if (code) fault(code, 'questions', index, 'lines')
  })
  if (faults.length) return refusal('invalid_survey', faults)
  return success(draft.questions.map((question) => questionOf(question, draft.language)))
}

function faultOfLines({ kind, lines }: EditableQuestion): FieldCode | undefined {
  if (kind === 'open') return undefined
  const said = lines.filter((line) => !isBlank(line))
  const aspects = kind === 'aspects'
  const opinions = said.filter((line) => !isAbstention(line))
  if (said.length - opinions.length > (aspects ? 0 : 1))
    return aspects ? 'abstention_as_judgement' : 'abstention_twice'
  if (opinions.length < 2) return aspects ? 'too_few_aspects' : 'too_few_options'
  if (aspects && said.length > MAX_ASPECTS) return 'too_many_aspects'
  return new Set(said.map(seenText)).size < said.length ? 'same_option_twice' : undefined
}

/** Returns the fields in which two drafts differ, to show them to the second editor. */
export function changedFields(before: Draft, after: Draft): (keyof Draft)[] {
  const names = Object.keys(before) as (keyof Draft)[]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
