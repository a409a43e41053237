import { aspectsOf } from '../../surveys/rules/aspects'
import type { QuestionView } from '../../surveys/schema'
import type { AnswerInput } from '../schema'

/** The names of the ballot form's fields, which need no JavaScript to be read back. */
export const choiceField = (questionId: number, aspect?: number) =>
  aspect === undefined ? `q${questionId}` : `q${questionId}.${aspect}`

export const textField = (questionId: number) => `t${questionId}`

/** Carries what makes a first vote one vote, however often it is sent (lib/readers/rules/identity.ts). */
export const ATTEMPT_FIELD = 'attempt'

/**
 * The form's own token, where the attempt is another tab's (components/ballot/attempt.ts): which page this was, when it
 * was made and what it showed.
 */
export const FORM_FIELD = 'form'
/** The revision of the reader's ballot that the form was made with; a form made without one has no such field. */
export const REVISION_FIELD = 'revision'
/** Names the draft that waited (lib/platform/http/form-drafts.ts). */
export const WAIT_FIELD = 'attente'

const CHOICE = /^q(\d+)(?:\.\d+)?$/
const TEXT = /^t(\d+)$/

/** Returns whether a form's field `name` holds the text of an open question. */
export const isTextField = (name: string) => TEXT.test(name)

/**
 * An urlencoded ballot form as the JSON body it stands for. Nothing is judged here: a name or a value that
 * is none of ours comes out as something the schema refuses by name.
 */
export function readForm(form: URLSearchParams): unknown {
  const answers = new Map<string, { questionId: number; optionIds?: unknown[]; text?: string }>()
  const unknown: [string, unknown][] = []
  const answerTo = (id: string) => {
    const answer = answers.get(id) ?? { questionId: Number(id) }
    answers.set(id, answer)
    return answer
  }
  for (const [name, value] of form) {
    const choice = CHOICE.exec(name)?.[1]
    const text = TEXT.exec(name)?.[1]
    if (choice) {
      const answer = answerTo(choice)
      answer.optionIds ??= []
      answer.optionIds.push(/^\d{1,10}$/.test(value) ? Number(value) : value)
    } else if (text) {
      answerTo(text).text = value
    } else if (name === REVISION_FIELD) {
      unknown.push([name, /^\d{1,10}$/.test(value) ? Number(value) : value])
    } else if (name !== ATTEMPT_FIELD && name !== FORM_FIELD && name !== WAIT_FIELD) {
      unknown.push([name, value])
    }
  }
  return { answers: [...answers.values()], ...Object.fromEntries(unknown) }
}

/** A form's fields as names and values, in the order of the form. */
export type FormFields = [name: string, value: string][]

/** The fields of the ballot form that give `answers` back. */
export function fieldsOf(questions: QuestionView[], answers: AnswerInput[]): FormFields {
  return answers.flatMap(({ questionId, optionIds = [], text }): FormFields => {
    const question = questions.find((candidate) => candidate.id === questionId)
    if (!question) return []
    const aspects = aspectsOf(question)
    const choices = optionIds.map((id): FormFields[number] => {
      const aspect = aspects.findIndex((candidate) => candidate.options.some((option) => option.id === id))
      return [choiceField(questionId, aspect < 0 ? undefined : aspect), String(id)]
    })
    return text ? [...choices, [textField(questionId), text]] : choices
  })
}
