import { francAll } from 'franc-min'
import type { Check } from '../check-input'
import { lettersOf, NEAR } from '../text-language'

/** The language of shorter texts is guessed wrong too often. */
const MIN_LETTERS = 60
const READ_HERE = new Set(['fra', 'eng', 'und'])

/** Finds texts in a language that this desk may not read. */
export const language: Check = ({ text }) => {
  if (lettersOf(text) < MIN_LETTERS) return []
  const guesses = francAll(text)
  const read = guesses.some(([code, score]) => READ_HERE.has(code) && score >= NEAR)
  return read ? [] : [{ rule: 'language', effect: 'hold' }]
}
