/** The newspaper whose data this is: first in every key of the voting path (docs/decisions/titles-in-keys.md). */
export const TITLE = 1
