/** The queues: of what waits, and of what was decided. */
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
