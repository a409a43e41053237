import type { QuestionView } from '../../surveys/schema'

/** One part of a reader's answer: an aspect judged, or an option chosen. */
export type AuthorAnswerPart = { judged: 'yes' | 'no' | 'abstain'; aspect: string } | { label: string }

/** Returns the author's answer to `question` as it stands beside their comment, without what they did not answer. */
export function authorAnswerOf(question: QuestionView | undefined, optionIds: number[]): AuthorAnswerPart[] {
  const chosen = question?.options.filter(({ id }) => optionIds.includes(id)) ?? []
  return chosen.map(({ label, aspect, stance }) =>
    aspect !== undefined && stance ? { judged: stance, aspect } : { label },
  )
}
