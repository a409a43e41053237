import type { ProblemCode } from '../../platform/http/problem-codes'

const MINUTE = 60_000
/** Often enough for a morning's paper, seldom enough for its server. */
export const POLL_MINUTES = 15
const LONGEST_POLL_MINUTES = 24 * 60
/** Looks at a feed that fail in a row before it is left alone: the pauses between them are two weeks together. */
const MOST_FAILURES = 20
/** Minutes before the second, third, … try of an entry; after the last there is none. */
const ENTRY_PAUSES = [15, 60, 240, 1440]
export const MOST_TRIES = ENTRY_PAUSES.length + 1

/** What another try may find mended: also a fault of ours. Everything else of a page stays as it is. */
const PASSING = new Set<ProblemCode>(['page_not_found', 'page_too_slow', 'parse_too_slow', 'internal'])

/** What is recorded of an entry whose try number `attempts` failed. */
export function afterFailedTry(problem: ProblemCode, attempts: number, now: Date) {
  const pause = ENTRY_PAUSES[attempts - 1]
  if (!PASSING.has(problem)) return { outcome: 'refused' as const, problem, nextTryAt: null }
  if (pause === undefined) return { outcome: 'given_up' as const, problem, nextTryAt: null }
  return { outcome: 'waiting' as const, problem, nextTryAt: new Date(now.getTime() + pause * MINUTE) }
}

/** When a feed is looked at next after `failures` failed looks in a row; null when it is left alone. */
export function nextPoll(failures: number, now: Date): Date | null {
  if (failures >= MOST_FAILURES) return null
  const minutes = Math.min(POLL_MINUTES * 2 ** Math.max(0, failures - 1), LONGEST_POLL_MINUTES)
  return new Date(now.getTime() + minutes * MINUTE)
}

/** The addresses under which the same article may be known: http or https, with or without a slash at the end. */
export function sameArticle(address: string): string[] {
  if (!URL.canParse(address)) return [address]
  const url = new URL(address)
  url.hash = ''
  const path = url.pathname.replace(/\/$/, '')
  return ['http:', 'https:'].flatMap((protocol) =>
    [path, `${path}/`].map((one) => `${protocol}//${url.host}${one}${url.search}`),
  )
}
