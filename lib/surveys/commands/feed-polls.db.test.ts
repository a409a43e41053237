import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storedMember } from '@/scripts/testing/staff'
import { fetchPage } from '../../articles/commands/fetch'
import { isPublicAddress } from '../../articles/rules/addresses/public-address'
import { db } from '../../platform/db/client'
import type { Editor } from '../../staff/rules/roles'
import { listFeeds } from '../queries/feeds'
import { MAX_DRAFTS } from '../rules/feed-schedule'
import { addFeed } from './feeds'
import { pollOneFeed } from './poll-feeds'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})
beforeEach(() => db().$executeRaw`TRUNCATE feed, article CASCADE`)

const body = 'La municipalité a présenté un tracé de neuf kilomètres entre la gare et le port. '.repeat(8)
const article = `<html><head><title>Un tramway</title></head><body><article><p>${body}</p><p>${body}</p><p>Et vous, qu’en pensez-vous ?</p></article></body></html>`
const rss = (...items: number[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Le Quotidien</title>${items.map((n) => `<item><title>Article ${n}</title><link>/${n}</link></item>`).join('')}</channel></rss>`

/** Starts a site of this test alone, and watches its feed at `/rss`. */
async function site(answer: RequestListener) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const allowed = (address: string) => address === '127.0.0.1' || isPublicAddress(address)
  const fetch: typeof fetchPage = (url, options) => fetchPage(url, { ...options, allowed, ports: [80, port] })
  const editor = (await storedMember('editor')) as Editor
  const origin = `http://127.0.0.1:${port}`
  expect(await addFeed(editor, `${origin}/rss`, fetch)).toMatchObject({ ok: true })
  asked.length = 0
  const poll = async () => {
    await db().feed.updateMany({ where: { nextPollAt: { not: null } }, data: { nextPollAt: new Date(0) } })
    return pollOneFeed(fetch)
  }
  const paths = () => asked.splice(0).map(({ url }) => url)
  const feed = async () => {
    const [one] = await listFeeds(editor)
    return (
      one && {
        path: one.url.slice(origin.length),
        problem: one.problem,
        polled: one.nextPollAt !== undefined,
      }
    )
  }
  return { asked, poll, paths, feed, editor, fetch, origin }
}

describe('a feed that did not change', () => {
  it('is not sent again: its server hears which version was read', async () => {
    let version = 1
    const { asked, poll, paths, feed } = await site(({ url, headers }, response) => {
      if (url !== '/rss') return response.writeHead(200, { 'content-type': 'text/html' }).end(article)
      const etag = `W/"${version}"`
      if (headers['if-none-match'] === etag) return response.writeHead(304).end()
      const changed = 'Sat, 14 Mar 2026 09:30:00 GMT'
      return response
        .writeHead(200, { 'content-type': 'Application/RSS+XML', etag, 'last-modified': changed })
        .end(rss(version))
    })
    expect(await poll()).toBe(1)
    expect(paths()).toEqual(['/rss', '/1'])
    await db().feedItem.updateMany({ data: { outcome: 'waiting', nextTryAt: new Date(0), surveyId: null } })
    expect(await poll()).toBe(0)
    expect(asked[0]?.headers).toMatchObject({
      'if-none-match': 'W/"1"',
      'if-modified-since': 'Sat, 14 Mar 2026 09:30:00 GMT',
      accept: expect.stringContaining('application/atom+xml'),
    })
    // What waits for its next try has it all the same.
    expect(await db().feedItem.findMany({ select: { outcome: true, attempts: true } })).toEqual([
      { outcome: 'known', attempts: 2 },
    ])
    expect(await feed()).toMatchObject({ problem: undefined, polled: true })
    version = 2
    paths()
    await poll()
    expect(paths()).toEqual(['/rss', '/2'])
  })
})

describe('a feed that moved', () => {
  const moves: [name: string, steps: Record<string, [status: number, to: string]>, path: string][] = [
    ['for good (301)', { '/rss': [301, '/new'] }, '/new'],
    ['for good (308)', { '/rss': [308, '/new'] }, '/new'],
    ['for good, twice', { '/rss': [301, '/a'], '/a': [308, '/new'] }, '/new'],
    ['for a while (302)', { '/rss': [302, '/new'] }, '/rss'],
    ['for a while (307)', { '/rss': [307, '/new'] }, '/rss'],
    ['for a while, to what moved for good', { '/rss': [302, '/a'], '/a': [301, '/new'] }, '/rss'],
    ['for good, to what moved for a while', { '/rss': [301, '/a'], '/a': [302, '/new'] }, '/a'],
    ['for good, to nothing', { '/rss': [301, '/404'] }, '/rss'],
    ['for good, to what is no feed', { '/rss': [301, '/page'] }, '/rss'],
  ]
  it.each(moves)('%s', async (_, steps, path) => {
    let moved = false
    const { poll, feed } = await site(({ url = '' }, response) => {
      const [status, location] = (moved && steps[url]) || []
      if (status) return response.writeHead(status, { location }).end()
      if (url === '/404') return response.writeHead(404).end()
      const page = url === '/page'
      return response
        .writeHead(200, { 'content-type': page ? 'text/html' : 'text/xml' })
        .end(page ? article : rss())
    })
    moved = true
    await poll()
    expect(await feed()).toMatchObject({ path })
  })

  it('stays where it is when its new address is watched already', async () => {
    let moved = false
    const { poll, feed, editor } = await site(({ url }, response) => {
      if (moved && url === '/rss') return response.writeHead(301, { location: '/new' }).end()
      return response.writeHead(200, { 'content-type': 'text/xml' }).end(rss())
    })
    const { url } = await db().feed.findFirstOrThrow()
    await db().feed.create({
      data: { url: url.replace('/rss', '/new'), title: 'Z', addedBy: editor.id, nextPollAt: null },
    })
    moved = true
    expect(await poll()).toBe(0)
    expect(await feed()).toEqual({ path: '/rss', problem: undefined, polled: true })
  })
})

describe('a home page', () => {
  const head = (...links: string[]) =>
    `<html><head>${links.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`).join('')}</head><body><p>Le Quotidien</p></body></html>`

  it('leads to the first feed it announces that can be read; without one it is refused', async () => {
    const pages: Record<string, string> = {
      '/': head('/404', '/flux'),
      '/rien': head(),
      '/boucle': head('/boucle'),
    }
    const { editor, fetch, origin } = await site(({ url = '' }, response) => {
      const page = pages[url]
      if (url === '/404') return response.writeHead(404).end()
      return response
        .writeHead(200, { 'content-type': page ? 'text/html' : 'application/octet-stream' })
        .end(page ?? rss(1))
    })
    expect(await addFeed(editor, `${origin}/`, fetch)).toEqual({
      ok: true,
      value: { id: expect.any(Number), url: `${origin}/flux`, found: true },
    })
    expect(await addFeed(editor, `${origin}/`, fetch)).toEqual({ ok: false, problem: { code: 'feed_known' } })
    for (const path of ['/rien', '/boucle'])
      expect(await addFeed(editor, origin + path, fetch)).toEqual({
        ok: false,
        problem: { code: 'feed_not_valid' },
      })
  })

  it('leads to no address of a private network', async () => {
    const { editor, fetch, origin } = await site(({ url }, response) => {
      response.writeHead(200, { 'content-type': url === '/' ? 'text/html' : 'text/xml' })
      return response.end(url === '/' ? head('http://169.254.169.254/rss', 'http://10.0.0.1/rss') : rss())
    })
    expect(await addFeed(editor, `${origin}/`, fetch)).toEqual({
      ok: false,
      problem: { code: 'feed_not_valid' },
    })
  })
})

it('a feed that its site removed is polled no more, and the desk says so', async () => {
  let gone = false
  const { poll, feed } = await site((_, response) =>
    gone ? response.writeHead(410).end() : response.writeHead(200, { 'content-type': 'text/xml' }).end(rss()),
  )
  gone = true
  expect(await poll()).toBe(0)
  expect(await feed()).toEqual({ path: '/rss', problem: 'feed_gone', polled: false })
  expect(await poll()).toBeUndefined()
})

it('a site that asks to wait is left alone for as long: its feed, and the pages of its entries', async () => {
  let busy = false
  const { poll, feed } = await site(({ url }, response) => {
    if (url === '/1') return response.writeHead(429, { 'retry-after': '7200' }).end()
    if (busy) return response.writeHead(503, { 'retry-after': '18000' }).end()
    return response.writeHead(200, { 'content-type': 'text/xml' }).end(rss(1))
  })
  const hours = (at: Date | null | undefined) => Math.round(((at?.getTime() ?? 0) - Date.now()) / 3600_000)
  expect(await poll()).toBe(0)
  const entry = await db().feedItem.findFirstOrThrow()
  expect([entry.outcome, entry.problem, hours(entry.nextTryAt)]).toEqual(['waiting', 'page_refused', 2])
  busy = true
  expect(await poll()).toBe(0)
  expect(await feed()).toMatchObject({ problem: 'feed_unavailable', polled: true })
  expect(hours((await db().feed.findFirstOrThrow()).nextPollAt)).toBe(5)
})

it('a feed gives a day’s drafts and no more; what waits for room is not lost', async () => {
  const listed = Array.from({ length: MAX_DRAFTS + 2 }, (_, n) => n + 1)
  const { poll, paths } = await site(({ url }, response) => {
    const feed = url === '/rss'
    response.writeHead(200, { 'content-type': feed ? 'text/xml' : 'text/html' })
    return response.end(feed ? rss(...listed) : article)
  })
  expect(await poll()).toBe(MAX_DRAFTS)
  const waiting = { where: { problem: 'too_many_drafts', outcome: 'waiting' as const, attempts: 0 } }
  expect(await db().feedItem.count(waiting)).toBe(2)
  paths()
  await db().feedItem.updateMany({ where: { outcome: 'waiting' }, data: { nextTryAt: new Date(0) } })
  expect(await poll()).toBe(0)
  expect(paths()).toEqual(['/rss'])
  await db().survey.updateMany({ data: { createdAt: new Date(0) } })
  await db().feedItem.updateMany({ where: { outcome: 'waiting' }, data: { nextTryAt: new Date(0) } })
  expect(await poll()).toBe(2)
  expect(await db().feedItem.groupBy({ by: ['outcome', 'attempts'], _count: true })).toEqual([
    { outcome: 'draft', attempts: 1, _count: MAX_DRAFTS + 2 },
  ])
})
