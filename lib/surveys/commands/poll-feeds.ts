import { createHash } from 'node:crypto'
import { fetchPage } from '../../articles/commands/fetch'
import { parse } from '../../articles/commands/parse'
import { readArticle } from '../../articles/commands/read-article'
import type { FeedContent, FeedEntry } from '../../articles/rules/feeds/feed'
import { db, type FeedItem } from '../../platform/db/client'
import { databaseFault } from '../../platform/db/errors'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { log } from '../../platform/telemetry/log'
import { knownArticle } from '../queries/known-article'
import { afterFailedTry, byTurns, DRAFT_HOURS, MAX_DRAFTS, POLL_MINUTES } from '../rules/feed-schedule'
import { draftFrom } from './bring-in'
import { type Feed, listingOf } from './fetch-feed'
import { recordPoll, rememberVersion } from './record-poll'

type Fetch = typeof fetchPage
type Result = Pick<FeedItem, 'outcome' | 'problem' | 'surveyId' | 'nextTryAt'>
/** An entry to read: a new one, or one whose next try is due. */
type Work = FeedEntry & { digest: Uint8Array<ArrayBuffer>; attempts: number }

/** Milliseconds for all of a feed's entries together; the rest wait for the next poll. */
const LOOK_MS = 4 * 60_000
/** Milliseconds until the rest of a feed's entries are read. */
const REST_MS = 60_000
/** Maximum entries remembered of one feed. A forgotten one is still recognised by its article's address. */
const MAX_ITEMS = 2_000

const digestOf = (key: string) => new Uint8Array(createHash('sha256').update(key).digest())
const hex = (digest: Uint8Array) => Buffer.from(digest).toString('hex')

/** Claims a feed that is due: of several processes, one gets it. */
async function claimFeed(): Promise<Feed | undefined> {
  const rows = await db().$queryRaw<Feed[]>`
    UPDATE feed SET polled_at = now(), next_poll_at = now() + make_interval(mins => ${POLL_MINUTES}::int)
    WHERE id = (
      SELECT id FROM feed WHERE next_poll_at <= now()
      ORDER BY next_poll_at LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING id, url, title, failures, etag, last_modified AS "lastModified"`
  return rows[0]
}

const came = (outcome: Result['outcome'], surveyId: number | null = null): Outcome<Result> =>
  success({ outcome, surveyId, problem: null, nextTryAt: null })

/**
 * Returns the result of one entry: a draft, if its article ends with questions to readers. Refused when it could not be
 * read.
 */
async function resultOf(feed: Feed, entry: FeedEntry, fetch: Fetch): Promise<Outcome<Result>> {
  if (!entry.url) return refusal('address_not_valid')
  const before = await knownArticle(entry.url)
  if (before) return came('known', before.id)
  const read = await readArticle(entry.url, fetch)
  if (!read.ok) return read
  const { text, title = entry.title, sourceName = feed.title, sourceUrl, publishedOn, cuts } = read.value
  // A truncated text has lost its end, where the questions are.
  if (cuts) return refusal('page_too_long')
  const there = await knownArticle(sourceUrl)
  if (there) return came('known', there.id)
  const found = await parse('article', { text, title })
  if (!found.ok) return found
  if (!found.value.questions.length) return came('no_question')
  const brought = { text, title, sourceName, sourceUrl, ...(publishedOn && { publishedOn }) }
  const made = await draftFrom({ feedId: feed.id }, brought, found.value)
  if (made.known) return came('known', made.known.id)
  const survey = await db().survey.findUnique({ where: { slug: made.slug }, select: { id: true } })
  return came('draft', survey?.id)
}

/** Wraps `resultOf` and returns even a bug of ours on one entry as a result: the entries after it are still read. */
async function safeResultOf(feed: Feed, entry: FeedEntry, fetch: Fetch): Promise<Outcome<Result>> {
  try {
    return await resultOf(feed, entry, fetch)
  } catch (error) {
    if (databaseFault(error) === 'away') throw error
    log().error({ err: error, feed: feed.id }, 'an entry of a feed could not be brought in')
    return refusal('internal')
  }
}

/** Returns when a feed may create its next draft; undefined when it may now. */
async function roomAt(feedId: number): Promise<Date | undefined> {
  const rows = await db().$queryRaw<{ at: Date }[]>`
    SELECT s.created_at + make_interval(hours => ${DRAFT_HOURS}::int) AS at
    FROM feed_item i JOIN survey s ON s.id = i.survey_id
    WHERE i.feed_id = ${feedId} AND i.outcome = 'draft'
      AND s.created_at > now() - make_interval(hours => ${DRAFT_HOURS}::int)
    ORDER BY s.created_at DESC OFFSET ${MAX_DRAFTS - 1}::int LIMIT 1`
  return rows[0]?.at
}

/** Reads one entry and records the result; undefined when nothing more can be read for now. */
async function lookAt(feed: Feed, work: Work, fetch: Fetch): Promise<Result | undefined> {
  const { url, title, digest: key } = work
  const room = await roomAt(feed.id)
  // An entry that waits for room was not tried.
  const attempts = room ? work.attempts - 1 : work.attempts
  const done = room ? refusal('too_many_drafts') : await safeResultOf(feed, work, fetch)
  if (!done.ok && done.problem.code === 'busy') return undefined
  const waiting = room && { outcome: 'waiting' as const, problem: 'too_many_drafts', nextTryAt: room }
  const result: Result = done.ok
    ? done.value
    : { surveyId: null, ...(waiting ?? afterFailedTry(done.problem, attempts, new Date())) }
  const recorded = { ...result, url, title, attempts }
  // An editor may have stopped watching meanwhile.
  if (!(await db().feed.count({ where: { id: feed.id } }))) return undefined
  await db().feedItem.upsert({
    where: { feedId_key: { feedId: feed.id, key } },
    create: { feedId: feed.id, key, ...recorded },
    update: recorded,
  })
  return result
}

/** Returns the entries to read: new ones and those whose next try is due by turns, so that neither waits for the other. */
async function workOf(feed: Feed, content: FeedContent | undefined): Promise<Work[]> {
  const due = await db().feedItem.findMany({
    where: { feedId: feed.id, outcome: 'waiting', nextTryAt: { lte: new Date() } },
    orderBy: { nextTryAt: 'asc' },
  })
  const listed = new Map<string, Work>()
  for (const entry of content?.entries ?? []) {
    const digest = digestOf(entry.key)
    // A feed that repeats an id: the newest entry stands first.
    if (!listed.has(hex(digest))) listed.set(hex(digest), { ...entry, digest, attempts: 1 })
  }
  const again = due.map(({ key: digest, url, title, attempts }) => {
    // The feed may have corrected the address meanwhile.
    const now = listed.get(hex(digest))
    return { key: '', url: now?.url || url, title: now?.title || title, digest, attempts: attempts + 1 }
  })
  const keys = [...listed.values()].map(({ digest }) => digest)
  const seen = await db().feedItem.findMany({
    where: { feedId: feed.id, key: { in: keys } },
    select: { key: true },
  })
  for (const { key } of seen) listed.delete(hex(key))
  return byTurns([...listed.values()], again)
}

/**
 * Reads entries until all are done or `end` is reached. Returns how many drafts were created, and how many entries are
 * left.
 */
async function lookAtAll(feed: Feed, work: Work[], end: number, fetch: Fetch) {
  let drafts = 0
  for (const [index, one] of work.entries()) {
    const result = Date.now() < end ? await lookAt(feed, one, fetch) : undefined
    if (!result) return { drafts, left: work.length - index }
    if (result.outcome === 'draft') drafts++
  }
  return { drafts, left: 0 }
}

/** Deletes a feed's entries beyond MAX_ITEMS, starting with those seen longest ago. */
async function forgetOldest(feedId: number) {
  await db().$executeRaw`
    DELETE FROM feed_item WHERE feed_id = ${feedId} AND outcome <> 'waiting' AND key IN (
      SELECT key FROM feed_item WHERE feed_id = ${feedId} ORDER BY seen_at DESC OFFSET ${MAX_ITEMS}::int)`
}

/**
 * Polls one feed that is due, and creates drafts of its new articles that close with questions. Records each entry's
 * result with its reason; retries one that may be readable later, with growing pauses. Returns the number of drafts, or
 * undefined when no feed was due.
 */
export async function pollOneFeed(fetch: Fetch = fetchPage): Promise<number | undefined> {
  const feed = await claimFeed()
  if (!feed) return undefined
  const end = Date.now() + LOOK_MS
  const listing = await listingOf(feed, fetch)
  const problem = listing.ok ? null : listing.problem.code
  await recordPoll(feed, listing)
  const work = await workOf(feed, listing.ok ? listing.value.content : undefined)
  const looked = await lookAtAll(feed, work, end, fetch)
  if (looked.left) {
    const nextPollAt = new Date(Date.now() + REST_MS)
    await db().feed.updateMany({ where: { id: feed.id }, data: { nextPollAt } })
  } else if (listing.ok) await rememberVersion(feed, listing.value)
  await forgetOldest(feed.id)
  log().info({ feed: feed.id, entries: work.length, ...looked, problem }, 'feed looked at')
  return looked.drafts
}
