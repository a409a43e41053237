import type { QuestionView } from '../../surveys/schema'

/** What one reader answered, piece by piece: an aspect judged, or an option chosen. */
export type StancePart = { judged: 'yes' | 'no' | 'abstain'; aspect: string } | { label: string }

/** The author's answer to `question` as it stands beside their comment; nothing of what they did not answer. */
export function stanceOf(question: QuestionView | undefined, optionIds: number[]): StancePart[] {
  const chosen = question?.options.filter(({ id }) => optionIds.includes(id)) ?? []
  return chosen.map(({ label, aspect, stance }) =>
    aspect !== undefined && stance ? { judged: stance, aspect } : { label },
  )
}
