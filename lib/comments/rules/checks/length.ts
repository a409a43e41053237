import type { Check } from '../check-input'

/** Fewer letters than this state nothing: «ok», «lol», a full stop. */
const MIN_LETTERS = 3

/**
 * Finds texts too short to be an opinion. Too long ones are refused before they are stored
 * (lib/ballots/rules/check.ts).
 */
export const length: Check = ({ text }) => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters < MIN_LETTERS ? [{ rule: 'length', effect: 'hold', score: letters }] : []
}
