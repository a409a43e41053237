import { optionKey } from '../../ballots/rules/tally-keys'
import type { Variable } from '../../results/rules/variables'

export const TEXT_STATES = ['published', 'waiting', 'rejected'] as const
export type TextState = (typeof TEXT_STATES)[number]

/** A count from the database: the texts of ballots with that answer. */
export type AnswerCount = { answer: string; state: TextState; count: number }

/** Stands for every text, whatever the answer beside it. */
export const EVERY = '*'
/** Stands for a ballot that left the question out. */
export const UNANSWERED = '-'

/** The texts of those who gave one answer, by state. */
export type AnswerTexts = { key: string } & Record<TextState, number>

/**
 * Returns a line for each option of `variable` and one for those who left it out. A last line counts every text once.
 */
export function textsByAnswer(counts: AnswerCount[], variable: Variable | undefined) {
  const line = (key: string): AnswerTexts => {
    const of = (state: TextState) =>
      counts.find((entry) => entry.answer === key && entry.state === state)?.count ?? 0
    return { key, published: of('published'), waiting: of('waiting'), rejected: of('rejected') }
  }
  return {
    options: variable?.options.map(({ id }) => line(optionKey(id))) ?? [],
    unanswered: line(UNANSWERED),
    all: line(EVERY),
  }
}
