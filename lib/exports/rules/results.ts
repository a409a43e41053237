import type { Results } from '../../results/schema'
import type { AskedQuestion } from './question-columns'
import { minuteOf, type Row } from './table'

/** What an option is called where its question is not beside it. */
export const fullLabel = ({ label, aspect }: { label: string; aspect?: string | undefined }) =>
  aspect ? `${aspect} : ${label}` : label

/** Results as a table: a line for each option of each question, one for a question without options. */
export function resultRows(
  { seq, version, at, ballots, questions, hash }: Results,
  asked: AskedQuestion[],
): Row[] {
  const minute = minuteOf(new Date(at))
  return questions.flatMap(({ id, answered, options }) => {
    const question = asked.find((one) => one.id === id)
    const row = (option: number | null, label: string | null, count: number): Row => [
      ...[seq, version, minute, ballots, id, question?.prompt ?? null, answered, option, label, count, hash],
    ]
    if (!options.length) return [row(null, null, answered)]
    return options.map((option) => {
      const known = question?.options.find((one) => one.id === option.id)
      return row(option.id, known ? fullLabel(known) : null, option.count)
    })
  })
}

/** Counts the lines that `resultRows` makes of results. */
export const countOfRows = ({ questions }: Results): number =>
  questions.reduce((sum, { options }) => sum + Math.max(1, options.length), 0)
