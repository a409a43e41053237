/**
 * Limits how much one reader can add to tables that only grow. A ballot, and each text in it, may be changed 30 times,
 * and once more for each hour since it was first sent. A change of mind needs a few. Each change is kept for good, as
 * an event, a leaf of the chain, and a revision with its decision.
 */
export const CHANGES_AT_ONCE = 30
export const SECONDS_PER_CHANGE = 3_600

/** Returns the seconds until something of `revision`, first sent at `since`, may be changed once more; 0 if now. */
export function secondsToChange(revision: number, since: Date, now: Date): number {
  const hours = revision - CHANGES_AT_ONCE + 1
  return Math.max(0, Math.ceil(since.getTime() / 1000 + hours * SECONDS_PER_CHANGE - now.getTime() / 1000))
}
