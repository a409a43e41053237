import { createHash } from 'node:crypto'
import type { OptionView, QuestionView } from '../schema'

const draw = (seed: string, { id }: OptionView) =>
  createHash('sha256').update(`order\0${seed}\0${id}`).digest('hex')

/**
 * Returns the options of randomised questions in the order that the form of this `attempt` shows them. Each order is
 * equally likely; «sans avis» stays last. The order need not be stored until the form returns: it is recomputed from
 * the attempt.
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
