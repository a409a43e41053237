import type { Check } from '../check-input'

/** Nothing else had a say: the survey's own rule, set by its editor. */
export const mode: Check = ({ survey }) => [
  { rule: 'mode', effect: survey.mode === 'before' ? 'hold' : 'publish' },
]
