import { fetchPage, type Page } from '../../articles/commands/fetch'
import { parse } from '../../articles/commands/parse'
import { db } from '../../platform/db/client'
import { isUniqueViolation } from '../../platform/db/errors'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Editor } from '../../staff/rules/roles'
import { MAX_TRIES } from '../rules/feed-schedule'
import { fetchFeed } from './fetch-feed'

const TITLE_LENGTH = 200
/** Maximum announced feeds that are fetched to find one that can be read. */
const MAX_ANNOUNCED = 3

/** A feed that was added; `found` where the editor gave the address of a page that announces it. */
export type AddedFeed = { id: number; url: string; found: boolean }
type Fetch = typeof fetchPage
type FoundFeed = { url: string; title: string; page: Page }

/** Fetches a feed. Refusals: those of `fetchFeed` and of the parser. Without `title` what is there is no feed. */
async function feedAt(
  address: string,
  fetch: Fetch,
): Promise<Outcome<Omit<FoundFeed, 'title'> & { title?: string }>> {
  const page = await fetchFeed(address, {}, fetch)
  if (!page.ok) return page
  const read = await parse('feed', page.value)
  if (!read.ok) return read
  const url = page.value.movedTo ?? new URL(address.trim()).href
  const title = read.value && (read.value.title || new URL(page.value.url).host)
  return success({ url, page: page.value, ...(title && { title }) })
}

/** Returns the first readable feed that a page announces. */
async function announcedBy(page: Page, fetch: Fetch): Promise<Outcome<FoundFeed>> {
  const links = await parse('feedLinks', page)
  if (!links.ok) return links
  for (const link of links.value.slice(0, MAX_ANNOUNCED)) {
    const feed = await feedAt(link, fetch)
    if (feed.ok && feed.value.title) return success({ ...feed.value, title: feed.value.title })
  }
  return refusal('feed_not_valid')
}

/**
 * Starts watching a feed, or the first feed that the page at this address announces. Fetches it first, and refuses what
 * is no feed with the reason.
 */
export async function addFeed(
  editor: Editor,
  address: string,
  fetch: Fetch = fetchPage,
): Promise<Outcome<AddedFeed>> {
  const there = await feedAt(address, fetch)
  if (!there.ok) return there
  const { title, page, url } = there.value
  const feed = title ? success({ title, page, url }) : await announcedBy(page, fetch)
  if (!feed.ok) return feed
  try {
    const added = await db().feed.create({
      data: { url: feed.value.url, title: feed.value.title.slice(0, TITLE_LENGTH), addedBy: editor.id },
      select: { id: true, url: true },
    })
    return success({ ...added, found: !title })
  } catch (error) {
    if (isUniqueViolation(error)) return refusal('feed_known')
    throw error
  }
}

/** Stops watching. Drafts that came from the feed stay. */
export async function removeFeed(_editor: Editor, id: number) {
  await db().feed.deleteMany({ where: { id } })
}

/** Schedules a poll of the feed within a minute, with one more try of its unreadable entries. */
export async function retryFeed(_editor: Editor, id: number) {
  const now = new Date()
  await db().$transaction([
    db().feedItem.updateMany({
      where: { feedId: id, outcome: 'given_up' },
      data: { outcome: 'waiting', attempts: MAX_TRIES - 1 },
    }),
    db().feedItem.updateMany({ where: { feedId: id, outcome: 'waiting' }, data: { nextTryAt: now } }),
    db().feed.updateMany({ where: { id }, data: { failures: 0, nextPollAt: now } }),
  ])
}
