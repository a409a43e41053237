import type { fetchPage, Page, Validators } from '../../articles/commands/fetch'
import { parse } from '../../articles/commands/parse'
import type { FeedContent } from '../../articles/rules/feeds/feed'
import { type Outcome, type ProblemCode, refusal, success } from '../../platform/http/problem-codes'

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

/** What a fetch's problem means of a feed; its own sentence tells an editor to paste an article. */
const FEED_PROBLEMS: Partial<Record<ProblemCode, ProblemCode>> = {
  page_gone: 'feed_gone',
  page_robot_wall: 'feed_refused',
  page_refused: 'feed_refused',
  page_unavailable: 'feed_unavailable',
  page_not_found: 'feed_unavailable',
  page_too_slow: 'feed_unavailable',
  page_not_text: 'feed_not_valid',
}

/** Fetches a feed, with problems that say so. */
export async function fetchFeed(
  address: string,
  seen: Validators,
  fetch: typeof fetchPage,
): Promise<Outcome<Page>> {
  const page = await fetch(address, { feed: seen })
  if (page.ok) return page
  const { code } = page.problem
  return { ok: false, problem: { ...page.problem, code: FEED_PROBLEMS[code] ?? code } }
}

/** Fetches what a feed lists. Refusals: those of `fetchFeed` and of the parser; `feed_not_valid`. */
export async function listingOf(feed: Feed, fetch: typeof fetchPage): Promise<Outcome<Listing>> {
  const { etag, lastModified } = feed
  const seen = { ...(etag && { etag }), ...(lastModified && { lastModified }) }
  const page = await fetchFeed(feed.url, seen, fetch)
  if (!page.ok) return page
  const { movedTo, unchanged } = page.value
  const moved = movedTo && { movedTo }
  if (unchanged) return success({ version: seen, ...moved })
  const read = await parse('feed', page.value)
  if (!read.ok) return read
  if (!read.value) return refusal('feed_not_valid')
  const version = { etag: page.value.etag, lastModified: page.value.lastModified }
  return success({ content: read.value, version, ...moved })
}
