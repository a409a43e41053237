import { aspectsOf } from '../../surveys/rules/aspects'
import type { QuestionView } from '../../surveys/schema'
import type { AnswerInput } from '../schema'

/** Returns a name of a field of the ballot form. The names alone suffice to read it back, without JavaScript. */
export const choiceField = (questionId: number, aspect?: number) =>
  aspect === undefined ? `q${questionId}` : `q${questionId}.${aspect}`

export const textField = (questionId: number) => `t${questionId}`

/** Identifies the first vote, so that it counts once however often it is sent (lib/readers/rules/identity.ts). */
export const ATTEMPT_FIELD = 'attempt'

/**
 * The form's own token, used when the attempt belongs to another tab (components/ballot/attempt.ts). It states which
 * page this was, when it was rendered and what it showed.
 */
export const FORM_FIELD = 'form'
/**
 * The revision of the reader's ballot that the form was rendered with; a form rendered without a ballot has no such
 * field.
 */
export const REVISION_FIELD = 'revision'
/** How many revisions the texts of that ballot had together. */
export const TEXTS_FIELD = 'texts'
/** Names the draft that waits (lib/platform/http/form-drafts.ts). */
export const WAIT_FIELD = 'attente'

const CHOICE = /^q(\d+)(?:\.\d+)?$/
const TEXT = /^t(\d+)$/

/** Returns whether a form's field `name` holds the text of an open question. */
export const isTextField = (name: string) => TEXT.test(name)

/**
 * Converts an urlencoded ballot form to its JSON body. Judges nothing: the schema refuses an unknown name or value by
 * name.
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
    } else if (name === REVISION_FIELD || name === TEXTS_FIELD) {
      unknown.push([name, /^\d{1,10}$/.test(value) ? Number(value) : value])
    } else if (name !== ATTEMPT_FIELD && name !== FORM_FIELD && name !== WAIT_FIELD) {
      unknown.push([name, value])
    }
  }
  return { answers: [...answers.values()], ...Object.fromEntries(unknown) }
}

/** A form's fields as names and values, in the order of the form. */
export type FormFields = [name: string, value: string][]

/** Returns the fields of the ballot form that reproduce `answers`. */
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
