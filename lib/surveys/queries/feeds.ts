import { db, type FeedOutcome } from '../../platform/db/client'
import type { ProblemCode } from '../../platform/http/problem-codes'
import type { Editor } from '../../staff/rules/roles'

/** Maximum unreadable entries shown at the desk: the last ones. */
const MAX_TROUBLES = 10

/** A feed's entry that could not be read, with its problem. */
export type FeedTrouble = {
  key: string
  title: string
  url: string
  outcome: FeedOutcome
  problem: ProblemCode
  attempts: number
  nextTryAt?: string
}
/** A watched feed as the desk shows it. */
export type FeedView = {
  id: number
  url: string
  title: string
  polledAt?: string
  /** Absent when the feed is no longer polled. */
  nextPollAt?: string
  problem?: ProblemCode
  /** Number of entries in the feed at its last successful poll. */
  listed?: number
  counts: Partial<Record<FeedOutcome, number>>
  troubles: FeedTrouble[]
}

async function countsByFeed() {
  const groups = await db().feedItem.groupBy({ by: ['feedId', 'outcome'], _count: true })
  const counts = new Map<number, FeedView['counts']>()
  for (const { feedId, outcome, _count } of groups)
    counts.set(feedId, { ...counts.get(feedId), [outcome]: _count })
  return counts
}

/** Lists the watched feeds: when each was and will be polled, and the results of its entries. */
export async function listFeeds(_editor: Editor): Promise<FeedView[]> {
  const feeds = await db().feed.findMany({
    orderBy: { title: 'asc' },
    include: {
      items: { where: { problem: { not: null } }, orderBy: { seenAt: 'desc' }, take: MAX_TROUBLES },
    },
  })
  const counts = await countsByFeed()
  return feeds.map(({ id, url, title, polledAt, nextPollAt, problem, listed, items }) => ({
    id,
    url,
    title,
    ...(polledAt && { polledAt: polledAt.toISOString() }),
    ...(nextPollAt && { nextPollAt: nextPollAt.toISOString() }),
    ...(problem && { problem: problem as ProblemCode }),
    ...(listed !== null && { listed }),
    counts: counts.get(id) ?? {},
    troubles: items.map(({ key, title, url, outcome, problem, attempts, nextTryAt }) => ({
      key: Buffer.from(key).toString('hex'),
      title,
      url,
      outcome,
      problem: problem as ProblemCode,
      attempts,
      ...(nextTryAt && { nextTryAt: nextTryAt.toISOString() }),
    })),
  }))
}
