import type { Sentence } from '../reading/sentences'
import { asksWhere } from './open'

/** Matches «Ou est-ce…», and no «Où» that lost its accent: «Ou est la gare». */
const CONTINUES = /^(?:ou|or) (?!(?:est|sont)\b(?!-)|vous\b)/

/** Returns whether a question goes on with the alternatives of the one before it: «Ou est-ce la fin ?». */
export function continues(sentence: Sentence): boolean {
  return CONTINUES.test(sentence.plain) && !asksWhere(sentence.text)
}
