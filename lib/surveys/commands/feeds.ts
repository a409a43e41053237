import { createHash } from 'node:crypto'
import { fetchPage } from '../../articles/commands/fetch'
import { readArticle } from '../../articles/commands/read-article'
import { detectClosing } from '../../articles/rules/detect'
import { type FeedEntry, readFeed } from '../../articles/rules/feed'
import { db } from '../../db'
import { type Outcome, refusal, success } from '../../errors'
import { isUniqueViolation } from '../../faults'
import { log } from '../../log'
import type { Editor } from '../../staff/rules/roles'
import { bringIn } from './bring-in'

/** Often enough for a morning's paper, seldom enough for its server. */
const POLL_MINUTES = 15
/** A feed's newest entries; on the first look at a feed, older articles are nobody's news. */
const MOST_ENTRIES = 30
const TITLE_LENGTH = 200

type Fetch = typeof fetchPage

const keyOf = (entry: FeedEntry) => new Uint8Array(createHash('sha256').update(entry.key).digest())

/** Starts watching a feed. Its address is looked at first: what is no feed is refused with its reason. */
export async function addFeed(
  editor: Editor,
  address: string,
  fetch: Fetch = fetchPage,
): Promise<Outcome<{ id: number }>> {
  const page = await fetch(address)
  if (!page.ok) return page
  const feed = await readFeed(page.value.body)
  if (!feed) return refusal('feed_not_valid')
  const title = (feed.title || new URL(page.value.url).host).slice(0, TITLE_LENGTH)
  try {
    return success(
      await db().feed.create({
        data: { url: page.value.url, title, addedBy: editor.id },
        select: { id: true },
      }),
    )
  } catch (error) {
    if (isUniqueViolation(error)) return refusal('feed_known')
    throw error
  }
}

/** Stops watching. Drafts that came from the feed stay. */
export async function removeFeed(_editor: Editor, id: number) {
  await db().feed.deleteMany({ where: { id } })
}

/** Claims a feed whose turn it is: of several processes, one gets it. */
async function claimFeed(): Promise<{ id: number; url: string; title: string } | undefined> {
  const rows = await db().$queryRaw<{ id: number; url: string; title: string }[]>`
    UPDATE feed SET polled_at = now() WHERE id = (
      SELECT id FROM feed
      WHERE polled_at IS NULL OR polled_at < now() - make_interval(mins => ${POLL_MINUTES}::int)
      ORDER BY polled_at NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING id, url, title`
  return rows[0]
}

/** The draft of one entry, if its article ends by asking readers something; its survey's id, or null. */
async function draftOf(
  feed: { id: number; title: string },
  entry: FeedEntry,
  fetch: Fetch,
): Promise<number | null> {
  const read = await readArticle(entry.url, fetch)
  if (!read.ok) return null
  const { text, title = entry.title, sourceName = feed.title, sourceUrl, publishedOn = '' } = read.value
  if (!detectClosing(text, title).questions.length) return null
  const made = await bringIn({ feedId: feed.id }, { text, title, sourceName, sourceUrl, publishedOn })
  if (!made.ok) return null
  const survey = await db().survey.findUnique({ where: { slug: made.value.slug }, select: { id: true } })
  return survey?.id ?? null
}

/**
 * Looks at one feed whose turn it is and makes drafts of its new articles that close with questions. Returns how
 * many drafts, or undefined when no feed was due. An entry is looked at once, whatever came of it.
 */
export async function pollOneFeed(fetch: Fetch = fetchPage): Promise<number | undefined> {
  const feed = await claimFeed()
  if (!feed) return undefined
  const page = await fetch(feed.url)
  const content = page.ok ? await readFeed(page.value.body) : undefined
  const problem = page.ok ? (content ? null : 'feed_not_valid') : page.problem.code
  await db().feed.updateMany({ where: { id: feed.id }, data: { problem } })
  const entries = content?.entries.slice(0, MOST_ENTRIES) ?? []
  const seen = await db().feedItem.findMany({ where: { feedId: feed.id }, select: { key: true } })
  const known = new Set(seen.map(({ key }) => Buffer.from(key).toString('hex')))
  let drafts = 0
  for (const entry of entries) {
    const key = keyOf(entry)
    if (known.has(Buffer.from(key).toString('hex'))) continue
    const surveyId = await draftOf(feed, entry, fetch)
    if (surveyId) drafts++
    await db().feedItem.createMany({ data: { feedId: feed.id, key, surveyId }, skipDuplicates: true })
  }
  log().info({ feed: feed.id, entries: entries.length, drafts, problem }, 'feed looked at')
  return drafts
}
