import type { Check } from '../check-input'

/** Fewer letters than this say nothing: «ok», «lol», a full stop. */
const FEWEST_LETTERS = 3

/** Too short to be an opinion. What is too long is refused before it is stored (lib/ballots/rules/check.ts). */
export const length: Check = ({ text }) => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters < FEWEST_LETTERS ? [{ rule: 'length', effect: 'hold', score: letters }] : []
}
