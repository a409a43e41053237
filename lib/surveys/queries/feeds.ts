import { db } from '../../db'
import type { ProblemCode } from '../../errors'
import type { Editor } from '../../staff/rules/roles'

export type FeedEntryCount = {
  id: number
  url: string
  title: string
  drafts: number
  seen: number
  polledAt?: string
  problem?: ProblemCode
}

/** The feeds that are watched, with what came of them. */
export async function listFeeds(_editor: Editor): Promise<FeedEntryCount[]> {
  const feeds = await db().feed.findMany({
    orderBy: { title: 'asc' },
    select: {
      id: true,
      url: true,
      title: true,
      polledAt: true,
      problem: true,
      items: { where: { surveyId: { not: null } }, select: { surveyId: true } },
      _count: { select: { items: true } },
    },
  })
  return feeds.map(({ id, url, title, polledAt, problem, items, _count }) => ({
    id,
    url,
    title,
    drafts: items.length,
    seen: _count.items,
    ...(polledAt && { polledAt: polledAt.toISOString() }),
    ...(problem && { problem: problem as ProblemCode }),
  }))
}
