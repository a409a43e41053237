import { type Rewriting, rewrite } from './rewriting'

/** Replaces runs of spaces with one. */
export const oneSpace = (text: string): Rewriting => rewrite(text, / {2,}/g, () => ' ')

/** Removes spaces around a line end. It expects `oneSpace` to have run, which keeps this linear. */
export const trimLines = (text: string): Rewriting => rewrite(text, / \n ?|\n /g, () => '\n')
