import { db } from '../../platform/db/client'
import { isUniqueViolation } from '../../platform/db/errors'
import type { Outcome } from '../../platform/http/problem-codes'
import { nextPoll } from '../rules/feed-schedule'
import type { Feed, Listing } from './fetch-feed'

/** Moves a feed to the address of a permanent redirect, after that address worked; not to one that is watched already. */
async function moveFeed(id: number, url: string) {
  try {
    await db().feed.updateMany({ where: { id }, data: { url } })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}

/** Records whether a poll could read the feed, and when the next one is. A feed that is gone is polled no more. */
export async function recordPoll(feed: Feed, listing: Outcome<Listing>) {
  const failed = listing.ok ? undefined : listing.problem
  const problem = failed?.code ?? null
  const failures = listing.ok ? 0 : feed.failures + 1
  const content = listing.ok ? listing.value.content : undefined
  const next = problem === 'feed_gone' ? null : nextPoll(failures, new Date(), failed)
  await db().feed.updateMany({
    where: { id: feed.id },
    data: {
      problem,
      failures,
      nextPollAt: next,
      ...(content && { listed: content.listed }),
      // Until all of it is read: the next poll has to see the same entries again.
      ...(content && { etag: null, lastModified: null }),
    },
  })
  if (listing.ok && listing.value.movedTo) await moveFeed(feed.id, listing.value.movedTo)
}

/** Remembers the version of a feed of which nothing is left to read. */
export async function rememberVersion(feed: Feed, { content, version }: Listing) {
  if (!content) return
  const { etag = null, lastModified = null } = version
  await db().feed.updateMany({ where: { id: feed.id }, data: { etag, lastModified } })
}
