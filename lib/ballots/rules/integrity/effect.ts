import { aspectsOf } from '../../../surveys/rules/aspects'
import type { OptionView, QuestionView } from '../../../surveys/schema'
import { answeredKey, optionKey } from '../tally-keys'

/** Ballots by cell. */
export type Counts = ReadonlyMap<string, number>

/**
 * An option's share before and after, in unrounded per cents, and the difference of both as shown, in tenths of a
 * percentage point.
 */
export type Effect = { questionId: number; optionId: number; before: number; after: number; points: number }

/** Converts stored counts. */
export const countsOf = (cells: Record<string, number>): Counts => new Map(Object.entries(cells))

/** Returns `one` plus `sign` times `other`, cell by cell. */
export function plus(one: Counts, other: Counts, sign: 1 | -1 = 1): Counts {
  const sum = new Map(one)
  for (const [cell, count] of other) sum.set(cell, (sum.get(cell) ?? 0) + sign * count)
  return sum
}

/** Groups the options whose shares have a common base, with the base, as the results page shows them. */
function shared(question: QuestionView, counts: Counts): { options: OptionView[]; base: number }[] {
  const countOf = ({ id }: OptionView) => counts.get(optionKey(id)) ?? 0
  if (question.kind === 'open') return []
  if (question.kind === 'multiple') {
    const [abstain] = question.options.filter(({ stance }) => stance === 'abstain')
    const base = (counts.get(answeredKey(question.id)) ?? 0) - (abstain ? countOf(abstain) : 0)
    return [{ options: question.options.filter((option) => option !== abstain), base }]
  }
  const sets =
    question.kind === 'aspects' ? aspectsOf(question).map(({ options }) => options) : [question.options]
  return sets.map((options) => {
    const judged = options.filter(({ stance }) => stance !== 'abstain')
    return { options: judged, base: judged.reduce((sum, option) => sum + countOf(option), 0) }
  })
}

function sharesIn(questions: QuestionView[], counts: Counts, fewest: number): Map<number, number> {
  return new Map(
    questions
      .flatMap((question) => shared(question, counts))
      .filter(({ base }) => base >= fewest)
      .flatMap(({ options, base }) =>
        options.map(({ id }): [number, number] => [id, ((counts.get(optionKey(id)) ?? 0) * 100) / base]),
      ),
  )
}

const tenth = (value: number) => Math.round(value * 10) / 10

/**
 * Returns how the share of each option differs between two counts. Leaves out what has fewer than `fewest` opinions in
 * one of them.
 */
export function effectOf(questions: QuestionView[], before: Counts, after: Counts, fewest = 1): Effect[] {
  const [was, is] = [sharesIn(questions, before, fewest), sharesIn(questions, after, fewest)]
  return questions.flatMap(({ id: questionId, options }) =>
    options.flatMap(({ id: optionId }) => {
      const [from, to] = [was.get(optionId), is.get(optionId)]
      if (from === undefined || to === undefined) return []
      return [
        {
          questionId,
          optionId,
          before: from,
          after: to,
          points: tenth(tenth(to) - tenth(from)),
        },
      ]
    }),
  )
}
