import type { ProblemCode } from '../../platform/http/problem-codes'

export type Outcome = 'published' | 'held' | 'rejected'
export type Act = 'publish' | 'reject' | 'escalate'

export const OUTCOME_OF = {
  publish: 'published',
  reject: 'rejected',
  escalate: 'held',
} as const satisfies Record<Act, Outcome>

/** How a comment stands when somebody is about to decide about it. */
export type CommentState = {
  outcome: Outcome
  escalated: boolean
  /** Readers' reports on it that nobody has answered. */
  openReports: number
  /** Its author appealed against the decision that holds. */
  openAppeal: boolean
}

/**
 * Whether a moderator may go from here by `act`; undefined when they may, else why not. To decide again what holds
 * already is an answer, to a report or an appeal, and makes no sense without one.
 */
export function transitionRefused(act: Act, standing: CommentState): ProblemCode | undefined {
  const { outcome, escalated, openReports, openAppeal } = standing
  const allowed: Record<Act, boolean> = {
    publish: outcome !== 'published' || openReports > 0,
    reject: outcome !== 'rejected' || openAppeal,
    escalate: outcome === 'held' && !escalated,
  }
  return allowed[act] ? undefined : 'not_possible_now'
}

/** Time to see the next comment, and that the last key was the wrong one. */
export const UNDO_SECONDS = 10
/** What the way there and back may take on top of it. */
const UNDO_GRACE_SECONDS = 5

/** What was decided before this cannot be taken back any more. */
export const settledBefore = (now: Date) =>
  new Date(now.getTime() - (UNDO_SECONDS + UNDO_GRACE_SECONDS) * 1000)

export const isUndoable = (decidedAt: Date, now: Date) => decidedAt >= settledBefore(now)

/** An appeal says why in a paragraph. */
export const APPEAL_LENGTH = 500
/** A week: what the charter promises. */
export const APPEAL_DAYS = 7
export const appealDue = (at: Date) => new Date(at.getTime() + APPEAL_DAYS * 24 * 3600_000)

/** One decision of a person in fifty is made again by somebody who does not know of it. */
export const SECOND_READING_SHARE = 0.02

/** Somebody who has not moved for this long is not reading that comment any more. */
export const CLAIM_SECONDS = 120

/**
 * What a report of somebody counts for whose earlier ones were right `upheld` times out of `answered`: 1/2 for a
 * newcomer, towards 0 or 1 with experience (Laplace's rule of succession).
 */
export const reporterWeight = (upheld: number, answered: number) => (upheld + 1) / (answered + 2)
