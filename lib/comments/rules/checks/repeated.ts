import type { Check } from '../check-input'
import { fingerprint } from '../normalise'

/** «Je suis d'accord» is said by many who never met. */
const MIN_LETTERS = 25
/** Two people may quote the same sentence; four have copied it. */
const MAX_READERS = 3

/** Finds a repeated text: by the same reader under another question, or by many readers. */
export const repeated: Check = ({ folded, same }) => {
  if (fingerprint(folded).length < MIN_LETTERS) return []
  return same.byReader > 0 || same.byOthers >= MAX_READERS
    ? [{ rule: 'repeated', effect: 'hold', score: same.byReader + same.byOthers }]
    : []
}
