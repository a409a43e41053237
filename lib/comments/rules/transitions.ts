import type { ProblemCode } from '../../platform/http/problem-codes'

export type Outcome = 'published' | 'held' | 'rejected'
export type Act = 'publish' | 'reject' | 'escalate'

export const OUTCOME_OF = {
  publish: 'published',
  reject: 'rejected',
  escalate: 'held',
} as const satisfies Record<Act, Outcome>

/** The state of a comment before a decision. */
export type CommentState = {
  outcome: Outcome
  escalated: boolean
  /** Readers' reports on it that have no answer yet. */
  openReports: number
  /** Its author appealed against the decision in force. */
  openAppeal: boolean
}

/**
 * Returns why a moderator may not apply `act` in this state; undefined when they may. Repeating the decision in force
 * answers a report or an appeal, and makes no sense without one.
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

/** Time to see the next comment, and to notice that the last key was the wrong one. */
export const UNDO_SECONDS = 10
/** Seconds that the requests there and back may add. */
const UNDO_GRACE_SECONDS = 5

/** Returns the time before which a decision can no longer be undone. */
export const settledBefore = (now: Date) =>
  new Date(now.getTime() - (UNDO_SECONDS + UNDO_GRACE_SECONDS) * 1000)

/** Returns whether a decision can still be undone at `now`. */
export const isUndoable = (decidedAt: Date, now: Date) => decidedAt >= settledBefore(now)

/** Maximum characters of an appeal, which says why in a paragraph. */
export const APPEAL_LENGTH = 500
/** A week: what the charter promises. */
export const APPEAL_DAYS = 7
/** Returns when an appeal of `at` must be answered. */
export const appealDue = (at: Date) => new Date(at.getTime() + APPEAL_DAYS * 24 * 3600_000)

/** One decision of a person in fifty is repeated by a colleague who does not know of it. */
export const SECOND_READING_SHARE = 0.02

/** A moderator without activity for this long is no longer reading that comment. */
export const CLAIM_SECONDS = 120

/**
 * Returns the weight of a report whose sender's earlier ones were right `upheld` times out of `answered`. It is 1/2 for
 * a newcomer, and tends towards 0 or 1 with experience (Laplace's rule of succession).
 */
export const reporterWeight = (upheld: number, answered: number) => (upheld + 1) / (answered + 2)
