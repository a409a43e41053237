import type { Correction } from '../../surveys/rules/correction'
import type { QuestionView } from '../../surveys/schema'
import { type CorrectedWording, minuteOf } from './table'

/** The corrections of one save, as the history of the consultation has them. */
export type LoggedCorrections = { at: Date; corrections: Correction[] }

/**
 * Returns the corrections of `question`, oldest first, out of all that `logged` has in that order. An entry that names no
 * question belongs to each question that has, or once had, the words after it.
 */
export function correctedWordings(question: QuestionView, logged: LoggedCorrections[]): CorrectedWording[] {
  const words = new Set([
    question.prompt,
    ...question.options.flatMap(({ label, aspect }) => [label, ...(aspect ? [aspect] : [])]),
  ])
  const found: CorrectedWording[] = []
  for (const { at, corrections } of logged.toReversed())
    for (const { question: id, before, after, options } of corrections.toReversed()) {
      if (id === undefined ? !words.has(after) : id !== question.id) continue
      words.add(before)
      found.unshift({ at: minuteOf(at), before, after, ...(options && { options }) })
    }
  return found
}
