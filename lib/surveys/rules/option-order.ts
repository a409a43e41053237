import { createHash } from 'node:crypto'
import type { OptionView, QuestionView } from '../schema'

const draw = (seed: string, { id }: OptionView) =>
  createHash('sha256').update(`order\0${seed}\0${id}`).digest('hex')

/**
 * The options of randomised questions in the order that the form of this `attempt` shows them, each order as likely as
 * any other; «sans avis» stays last. Nothing has to be kept of it until the form comes back: the attempt says it again.
 */
export const shownOrder = (questions: QuestionView[], attempt: string): number[] =>
  questions
    .filter(({ randomised }) => randomised)
    .flatMap(({ options }) => {
      const drawn = options
        .filter(({ stance }) => stance !== 'abstain')
        .map((option) => ({ id: option.id, by: draw(attempt, option) }))
        .toSorted((a, b) => (a.by < b.by ? -1 : 1))
      const last = options.filter(({ stance }) => stance === 'abstain')
      return [...drawn, ...last].map(({ id }) => id)
    })
