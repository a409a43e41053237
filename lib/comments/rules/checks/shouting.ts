import type { Check } from '../check-input'

/** Shorter texts may well be an acronym and a name. */
const MIN_LETTERS = 20
const CAPITALS_SHARE = 0.7

/** Finds texts written in capitals. */
export const shouting: Check = ({ text }) => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const share = (text.match(/\p{Lu}/gu)?.length ?? 0) / letters
  return letters >= MIN_LETTERS && share > CAPITALS_SHARE
    ? [{ rule: 'shouting', effect: 'hold', score: Math.round(share * 100) }]
    : []
}
