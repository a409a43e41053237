/** Which of two instants is meant where the clock shows the same time twice. */
export const turns = ['first', 'second'] as const

/** Names the field in which an editor chooses between two instants, when the time in field `name` occurs twice. */
export const turnField = (name: string) => `${name}.turn`
