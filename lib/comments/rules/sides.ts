import { jointKey, jointOptions, optionKey } from '../../ballots/rules/tally-keys'
import type { OptionView, QuestionView } from '../../surveys/schema'

/** Returns the question whose answers stand beside the comments: the first that lets readers take sides. */
export const sidesQuestion = (questions: QuestionView[]): QuestionView | undefined =>
  questions.find(({ kind }) => kind === 'aspects' || kind === 'single') ??
  questions.find(({ kind }) => kind === 'scale' || kind === 'multiple')

/** One side: the cell of its ballots, and the options it stands for. */
export type Side = { cell: string; options: OptionView[] }

/**
 * Returns the sides of a question, in the order asked: each option, or, for several judgements, each way to judge them
 * all. Those who have no opinion take no side.
 */
export function sidesOf(question: QuestionView): Side[] {
  const opinions = question.options.filter(({ stance }) => stance !== 'abstain')
  if (question.kind !== 'aspects')
    return opinions.map((option) => ({ cell: optionKey(option.id), options: [option] }))
  return jointOptions(question).map((ids) => ({
    cell: jointKey(ids),
    options: opinions.filter(({ id }) => ids.includes(id)),
  }))
}
