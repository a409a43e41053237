import { francAll } from 'franc-min'
import type { Check } from '../said'

/** Shorter texts are guessed wrong too often. */
const FEWEST_LETTERS = 60
const READ_HERE = new Set(['fra', 'eng', 'und'])
/** How far a language we read may stand behind the best guess: related languages share their trigrams. */
const NEAR = 0.9

/** In a language that this desk may not read. */
export const language: Check = ({ text }) => {
  if ((text.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) return []
  const guesses = francAll(text)
  const read = guesses.some(([code, score]) => READ_HERE.has(code) && score >= NEAR)
  return read ? [] : [{ rule: 'language', effect: 'hold' }]
}
