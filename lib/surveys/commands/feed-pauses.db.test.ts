import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { storedMember } from '@/scripts/testing/staff'
import { fetchPage } from '../../articles/commands/fetch'
import { db } from '../../platform/db/client'
import type { Editor } from '../../staff/rules/roles'
import { listFeeds } from '../queries/feeds'
import { addFeed, retryFeed } from './feeds'
import { pollOneFeed } from './poll-feeds'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})
beforeEach(() => db().$executeRaw`TRUNCATE feed, article CASCADE`)

const paragraph = 'La municipalité a présenté un tracé de neuf kilomètres entre la gare et le port. '
const article = `<title>Un tram</title><article><p>${paragraph.repeat(9)}</p><p>Et vous, qu’en pensez-vous ?</p></article>`
const wall = '<h1>journal.example</h1><p>Vérifiez que vous êtes humain.</p>'

/** What a site answers for its article: a status, a body and a wish to wait. */
type Answer = { status: number; body: string; wait?: string }

/** Watches a feed of one article on a real server. `answers` are those to its tries, the last one for all further. */
async function watched(...answers: Answer[]) {
  let tries = 0
  server = createServer(({ url }, response) => {
    if (url === '/rss')
      return response
        .writeHead(200, { 'content-type': 'text/xml' })
        .end('<rss version="2.0"><channel><title>J</title><item><link>/a</link></item></channel></rss>')
    const { status, body, wait } = answers[Math.min(tries++, answers.length - 1)] ?? { status: 500, body: '' }
    return response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...(wait && { 'retry-after': wait }) })
      .end(body)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const fetch: typeof fetchPage = (url, options) =>
    fetchPage(url, { ...options, ports: [80], origins: [origin] })
  const editor = (await storedMember('editor')) as Editor
  await addFeed(editor, `${origin}/rss`, fetch)
  /** Polls as if the time of the next try had come; returns what is recorded, with the pause in minutes. */
  const next = async () => {
    await db().feed.updateMany({ data: { nextPollAt: new Date(0) } })
    await db().feedItem.updateMany({ where: { outcome: 'waiting' }, data: { nextTryAt: new Date(0) } })
    const from = Date.now()
    await pollOneFeed(fetch)
    const { outcome, problem, attempts, nextTryAt } = await db().feedItem.findFirstOrThrow()
    return {
      outcome,
      problem,
      attempts,
      minutes: nextTryAt && Math.round((nextTryAt.getTime() - from) / 60_000),
    }
  }
  return { editor, next, tries: () => tries }
}

it('an entry behind a robot wall is tried again with growing pauses, given up, and tried once more on request', async () => {
  const { editor, next, tries } = await watched({ status: 200, body: wall })
  const waiting = { outcome: 'waiting', problem: 'page_robot_wall' }
  for (const [index, minutes] of [15, 60, 240, 1_440].entries())
    expect(await next()).toEqual({ ...waiting, attempts: index + 1, minutes })
  const last = { outcome: 'given_up', problem: 'page_robot_wall', attempts: 5, minutes: null }
  expect([await next(), await next(), tries()]).toEqual([last, last, 5])
  const [feed] = await listFeeds(editor)
  expect(feed?.troubles).toMatchObject([{ outcome: 'given_up', problem: 'page_robot_wall', attempts: 5 }])
  await retryFeed(editor, feed?.id ?? 0)
  expect([await next(), tries()]).toEqual([last, 6])
})

it('a longer pause is granted, in seconds or until a date, up to a day; then the article is read', async () => {
  const until = (hours: number) => new Date(Date.now() + hours * 3_600_000).toUTCString()
  const { next } = await watched(
    { status: 429, body: '', wait: '7200' },
    { status: 503, body: wall, wait: until(5) },
    { status: 403, body: 'Non', wait: until(70) },
    { status: 503, body: '', wait: '1' },
    { status: 200, body: article },
  )
  expect(await next()).toMatchObject({ problem: 'page_refused', minutes: 120 })
  expect(await next()).toMatchObject({ problem: 'page_robot_wall', minutes: 300 })
  expect(await next()).toMatchObject({ problem: 'page_refused', minutes: 1_440 })
  expect(await next()).toMatchObject({ problem: 'page_unavailable', minutes: 1_440 })
  expect(await next()).toEqual({ outcome: 'draft', problem: null, attempts: 5, minutes: null })
})
