import type { Check } from '../check-input'

/** Finds texts sent after the survey closed: an hour later nobody expects them to be added. */
export const closed: Check = ({ survey, sentAt }) =>
  survey.closesAt && sentAt >= survey.closesAt ? [{ rule: 'closed', effect: 'hold' }] : []
