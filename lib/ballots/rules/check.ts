import {
  type FieldCode,
  type FieldProblem,
  type Outcome,
  refusal,
  success,
} from '../../platform/http/problem-codes'
import { cleanText } from '../../platform/i18n/clean-text'
import { aspectsOf } from '../../surveys/rules/aspects'
import type { OptionView, QuestionView } from '../../surveys/schema'
import { type AnswerInput, type BallotInput, TEXT_LENGTH } from '../schema'
import { choiceField, textField } from './fields'
import type { Answer } from './tally-keys'

/**
 * Returns the answers of `input` to `questions`, in the order of the questions. Or returns all its faults at once, each
 * with its path in the input and the form field it belongs to.
 */
export function checkBallot(questions: QuestionView[], input: BallotInput): Outcome<Answer[]> {
  const faults: FieldProblem[] = []
  const given = new Map<number, Answer>()

  input.answers.forEach((answer, index) => {
    const at = (...rest: (string | number)[]) => ['answers', index, ...rest]
    const question = questions.find((candidate) => candidate.id === answer.questionId)
    if (!question) {
      faults.push({ code: 'unknown_question', path: at('questionId') })
    } else if (given.has(question.id)) {
      faults.push({ code: 'repeated_question', path: at('questionId') })
    } else {
      const read = question.kind === 'open' ? readText : readChoice
      const { value, problems } = read(question, answer)
      faults.push(...problems.map(({ path, ...problem }) => ({ ...problem, path: at(...path) })))
      given.set(question.id, value)
    }
  })

  const answers = questions.flatMap((question) => given.get(question.id) ?? [])
  const said = answers.filter((answer) => answer.options.length > 0 || answer.text)
  if (!faults.length) faults.push(...missingAnswers(questions, given))
  if (!faults.length && !said.length) faults.push({ code: 'empty_ballot', path: ['answers'] })
  return faults.length ? refusal('invalid_ballot', faults) : success(said)
}

type Read = { value: Answer; problems: FieldProblem[] }

function readText(question: QuestionView, { optionIds, text }: AnswerInput): Read {
  const problems: FieldProblem[] = []
  const field = textField(question.id)
  const clean = cleanText(text ?? '')
  if (optionIds?.length) problems.push({ code: 'options_not_allowed', path: ['optionIds'], field })
  if (clean.length > TEXT_LENGTH) {
    const values = { max: TEXT_LENGTH, length: clean.length }
    problems.push({ code: 'text_too_long', path: ['text'], field, values })
  }
  return { value: { question, options: [], ...(clean && { text: clean }) }, problems }
}

function readChoice(question: QuestionView, { optionIds = [], text }: AnswerInput): Read {
  const problems: FieldProblem[] = []
  const aspects = aspectsOf(question)
  const chosen: OptionView[] = []
  if (text) problems.push({ code: 'text_not_allowed', path: ['text'] })
  optionIds.forEach((id, place) => {
    const option = question.options.find((candidate) => candidate.id === id)
    const fault = option ? faultOfChoice(question, chosen, option) : 'unknown_option'
    const aspect = aspects.findIndex((candidate) => candidate.name === option?.aspect)
    const field = choiceField(question.id, aspect < 0 ? undefined : aspect)
    if (fault) problems.push({ code: fault, path: ['optionIds', place], field })
    else if (option) chosen.push(option)
  })
  const abstention = chosen.find(({ stance }) => stance === 'abstain')
  if (question.kind === 'multiple' && abstention && chosen.length > 1) {
    const path = ['optionIds', optionIds.indexOf(abstention.id)]
    problems.push({ code: 'abstention_alone', path, field: choiceField(question.id) })
  }
  const options = question.options.filter((option) => chosen.includes(option))
  return { value: { question, options }, problems }
}

function faultOfChoice(
  question: QuestionView,
  chosen: OptionView[],
  option: OptionView,
): FieldCode | undefined {
  if (chosen.includes(option)) return 'repeated_option'
  if (question.kind === 'multiple') return undefined
  if (question.kind !== 'aspects') return chosen.length ? 'one_option_only' : undefined
  return chosen.some((other) => other.aspect === option.aspect) ? 'one_option_per_aspect' : undefined
}

function missingAnswers(questions: QuestionView[], given: Map<number, Answer>): FieldProblem[] {
  return questions
    .filter((question) => question.required)
    .flatMap((question) => missingFields(question, given.get(question.id)))
    .map((field) => ({ code: 'required', path: ['answers'], field }))
}

function missingFields(question: QuestionView, answer: Answer | undefined): string[] {
  if (question.kind === 'open') return answer?.text ? [] : [textField(question.id)]
  if (question.kind !== 'aspects') return answer?.options.length ? [] : [choiceField(question.id)]
  return aspectsOf(question).flatMap((aspect, index) =>
    aspect.options.some((option) => answer?.options.includes(option))
      ? []
      : [choiceField(question.id, index)],
  )
}
