import { type Rewriting, rewrite } from './rewriting'

/** Runs of spaces become one. */
export const oneSpace = (text: string): Rewriting => rewrite(text, / {2,}/g, () => ' ')

/** No space around a line end; expects `oneSpace` to have run, which keeps this linear. */
export const trimLines = (text: string): Rewriting => rewrite(text, / \n ?|\n /g, () => '\n')
