import type { QuestionView, SurveyView } from '../schema'

type Labels = { kind: QuestionView['kind']; labels: string[] }

const YES_OR_NO = /^(?:oui|non|yes|no)$/i

/**
 * Returns whether the options of a question may be shown in any order: a list of things to choose among. Not steps of a
 * scale, judgements, «oui» and «non», nor amounts or ages, which readers expect to grow. «Sans avis» is not among
 * `labels`.
 */
export const mayRandomise = ({ kind, labels }: Labels): boolean =>
  (kind === 'single' || kind === 'multiple') &&
  !labels.some((label) => YES_OR_NO.test(label.trim())) &&
  !labels.every((label) => /\d/.test(label))

/** Returns whether every reader is shown the same form. One rendered page can then serve all of them. */
export const isSameForAll = ({ questions }: Pick<SurveyView, 'questions'>): boolean =>
  !questions.some(({ randomised }) => randomised)

/**
 * Returns `questions` with the options of randomised ones in the order of `shown`; without it, as the article asks
 * them.
 */
export const inOrder = (questions: QuestionView[], shown: number[]): QuestionView[] =>
  questions.map((question) => {
    if (!question.randomised) return question
    const place = new Map(shown.map((id, index) => [id, index]))
    const placed = question.options.every(({ id }) => place.has(id))
    const options = question.options.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    return placed ? { ...question, options } : question
  })
