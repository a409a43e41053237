import type { Check } from '../check-input'

/** Where only the first comment of a reader is read beforehand: this is the first. */
export const newcomer: Check = ({ survey, reader }) =>
  survey.mode === 'first_only' && !reader.publishedBefore ? [{ rule: 'newcomer', effect: 'hold' }] : []
