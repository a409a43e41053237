import { MAX_RETRY_AFTER } from '../../articles/rules/addresses/retry-after'
import type { Problem, ProblemCode } from '../../platform/http/problem-codes'

const MINUTE = 60_000
/** Minutes between polls: often enough for a morning's paper, seldom enough for its server. */
export const POLL_MINUTES = 15
const MAX_POLL_MINUTES = 24 * 60
/** Maximum consecutive failed polls before polling stops: the pauses between them add up to two weeks. */
const MAX_FAILURES = 20
/** Minutes before the second, third, … try of an entry; after the last there is none. */
const ENTRY_PAUSES = [15, 60, 240, 1440]
export const MAX_TRIES = ENTRY_PAUSES.length + 1

/** Maximum drafts of one feed in DRAFT_HOURS: more would bury the editors' own at the desk. */
export const MAX_DRAFTS = 20
export const DRAFT_HOURS = 24

/** Problems that another try may find solved, including bugs of ours. All other problems of a page are permanent. */
const PASSING = new Set<ProblemCode>([
  'page_not_found',
  'page_too_slow',
  'page_robot_wall',
  'page_refused',
  'page_unavailable',
  'parse_too_slow',
  'internal',
])

/** Returns a pause in milliseconds: ours, or the longer one that the site asks for, bounded by MAX_RETRY_AFTER. */
const pauseOf = (minutes: number, { again }: Pick<Problem, 'again'>) =>
  Math.max(minutes * MINUTE, Math.min(again?.afterSeconds ?? 0, MAX_RETRY_AFTER) * 1000)

/** Returns what is recorded of an entry after its failed try number `attempts`. */
export function afterFailedTry(failed: Problem, attempts: number, now: Date) {
  const { code: problem } = failed
  const pause = ENTRY_PAUSES[attempts - 1]
  if (!PASSING.has(problem)) return { outcome: 'refused' as const, problem, nextTryAt: null }
  if (pause === undefined) return { outcome: 'given_up' as const, problem, nextTryAt: null }
  return { outcome: 'waiting' as const, problem, nextTryAt: new Date(now.getTime() + pauseOf(pause, failed)) }
}

/**
 * Returns the time of the next poll after `failures` consecutive failures, of which `failed` is the last; null when
 * polling stops.
 */
export function nextPoll(failures: number, now: Date, failed: Pick<Problem, 'again'> = {}): Date | null {
  if (failures >= MAX_FAILURES) return null
  const minutes = Math.min(POLL_MINUTES * 2 ** Math.max(0, failures - 1), MAX_POLL_MINUTES)
  return new Date(now.getTime() + pauseOf(minutes, failed))
}

/** Merges two lists by turns, each in its order; the rest of the longer one comes last. */
export function byTurns<T>(one: readonly T[], other: readonly T[]): T[] {
  const turns = Array.from({ length: Math.max(one.length, other.length) }, (_, turn) => turn)
  return turns.flatMap((turn) => [...one.slice(turn, turn + 1), ...other.slice(turn, turn + 1)])
}
