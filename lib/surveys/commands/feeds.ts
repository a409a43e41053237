import { fetchPage } from '../../articles/commands/fetch'
import { parse } from '../../articles/commands/parse'
import { db } from '../../platform/db/client'
import { isUniqueViolation } from '../../platform/db/errors'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Editor } from '../../staff/rules/roles'
import { MAX_TRIES } from '../rules/feed-tries'

const TITLE_LENGTH = 200

/** Starts watching a feed. Fetches its address first, and refuses what is no feed with the reason. */
export async function addFeed(
  editor: Editor,
  address: string,
  fetch: typeof fetchPage = fetchPage,
): Promise<Outcome<{ id: number }>> {
  const page = await fetch(address, { feed: {} })
  if (!page.ok) return page
  const read = await parse('feed', page.value)
  if (!read.ok) return read
  if (!read.value) return refusal('feed_not_valid')
  const title = (read.value.title || new URL(page.value.url).host).slice(0, TITLE_LENGTH)
  try {
    return success(
      await db().feed.create({
        data: { url: page.value.movedTo ?? new URL(address.trim()).href, title, addedBy: editor.id },
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
