import type { Check } from '../check-input'

/** Applies when no other check wants anything: the survey's own rule, set by its editor. */
export const mode: Check = ({ survey }) => [
  { rule: 'mode', effect: survey.mode === 'before' ? 'hold' : 'publish' },
]
