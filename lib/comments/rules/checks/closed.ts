import type { Check } from '../check-input'

/** Sent after the survey had closed: an hour later nobody expects it to be added. */
export const closed: Check = ({ survey, sentAt }) =>
  survey.closesAt && sentAt >= survey.closesAt ? [{ rule: 'closed', effect: 'hold' }] : []
