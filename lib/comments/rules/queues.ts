/** What waits, and where what was decided can be found again. */
export const queues = [
  'to_see',
  'reported',
  'appeals',
  'escalated',
  'quarantine',
  'published',
  'rejected',
] as const
export type Queue = (typeof queues)[number]
