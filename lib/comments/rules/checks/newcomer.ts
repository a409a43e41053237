import type { Check } from '../check-input'

/** Holds a reader's first comment where only the first is read before it is published. */
export const newcomer: Check = ({ survey, reader }) =>
  survey.mode === 'first_only' && !reader.publishedBefore ? [{ rule: 'newcomer', effect: 'hold' }] : []
