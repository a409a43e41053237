import type { fetchPage, Validators } from '../../articles/commands/fetch'
import { parse } from '../../articles/commands/parse'
import type { FeedContent } from '../../articles/rules/feed'
import { db } from '../../platform/db/client'
import { isUniqueViolation } from '../../platform/db/errors'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { nextPoll } from '../rules/feed-tries'

/** A watched feed, with its version seen last. */
export type Feed = {
  id: number
  url: string
  title: string
  failures: number
  etag: string | null
  lastModified: string | null
}
/** What a poll found at a feed's address. */
export type Listing = {
  /** Absent when the server says that nothing changed. */
  content?: FeedContent
  version: Validators
  movedTo?: string
}

/** Fetches what a feed lists. Refusals: those of the fetch and of the parser; `feed_not_valid`; `feed_gone`. */
export async function listingOf(feed: Feed, fetch: typeof fetchPage): Promise<Outcome<Listing>> {
  const { etag, lastModified } = feed
  const seen = { ...(etag && { etag }), ...(lastModified && { lastModified }) }
  const page = await fetch(feed.url, { feed: seen })
  if (!page.ok) return page.problem.code === 'page_gone' ? refusal('feed_gone') : page
  const { movedTo, unchanged } = page.value
  const moved = movedTo && { movedTo }
  if (unchanged) return success({ version: seen, ...moved })
  const read = await parse('feed', page.value)
  if (!read.ok) return read
  if (!read.value) return refusal('feed_not_valid')
  const version = { etag: page.value.etag, lastModified: page.value.lastModified }
  return success({ content: read.value, version, ...moved })
}

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
  const problem = listing.ok ? null : listing.problem.code
  const failures = listing.ok ? 0 : feed.failures + 1
  const content = listing.ok ? listing.value.content : undefined
  const next = problem === 'feed_gone' ? null : nextPoll(failures, new Date())
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
