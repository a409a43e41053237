/** Which of two instants is meant where clocks go back and show the same time twice. */
export const OCCURRENCES = ['first', 'second'] as const

/** Names the field in which an editor chooses between two instants, when the time in field `name` occurs twice. */
export const occurrenceField = (name: string) => `${name}.turn`
