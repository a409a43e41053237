import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fetchPage } from '@/lib/articles/commands/fetch'
import { readArticle } from '@/lib/articles/commands/read-article'
import { ARTICLE_LENGTH, PAGE_BYTES } from '@/lib/articles/rules/addresses/limits'
import { lintQuestion } from '@/lib/articles/rules/lint/lint'
import { db } from '@/lib/platform/db/client'
import { workers } from '@/lib/platform/runtime/worker-pool'
import type { Editor } from '@/lib/staff/rules/roles'
import { bringIn } from '@/lib/surveys/commands/bring-in'
import { addFeed } from '@/lib/surveys/commands/feeds'
import { pollOneFeed } from '@/lib/surveys/commands/poll-feeds'
import { questionOf } from '@/lib/surveys/rules/editing'
import { LABEL_LENGTH, MAX_OPTIONS, MAX_QUESTIONS, PROMPT_LENGTH } from '@/lib/surveys/schema'
import { storedMember } from '@/scripts/testing/staff'
import { whole } from '../test-size'
import { STALL_BUDGET_MS } from './event-loop-delay'
import { articlesOf, feedsOf, pagesOf } from './hostile-pages'
import { type Shaped, textsOf } from './hostile-texts'
import { Report } from './report'

/** `npm test` tries one in so many shapes; `npm run test:all` tries all. */
const some = (shapes: Shaped[], step: number) => shapes.filter((_, index) => whole || index % step === 0)

const MAX_POLLS = 5

/** The responses of these tests' site, by path: built before the measurement. */
const pages = new Map<string, { type: string; body: Buffer }>()
let server: Server
let port = 0
const at = (path: string) => `http://127.0.0.1:${port}${path}`
const put = (path: string, type: string, body: string) => pages.set(path, { type, body: Buffer.from(body) })
const fetch = (address: string) =>
  fetchPage(address, { allowed: (one) => one === '127.0.0.1', ports: [port] })
const expectNoStall = (report: Report) => {
  if (whole) console.log(`${report}`)
  expect(report.stalls, `over ${STALL_BUDGET_MS} ms`).toEqual([])
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    response.writeHead(page ? 200 : 404, { 'content-type': page?.type }).end(page?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  put('/first', 'text/html', '<p>a</p>')
  // Loads once the modules and workers that the first page needs.
  await readArticle(at('/first'), fetch)
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await workers().end()
})

it('no page that is fetched holds the event loop for long', { timeout: 900_000 }, async () => {
  const report = new Report('page')
  for (const [shape, html] of some(pagesOf(PAGE_BYTES), 4)) {
    put('/page', 'text/html', html)
    await report.measure('read an article', shape, () => readArticle(at('/page'), fetch))
  }
  for (const [shape, text] of some(articlesOf(PAGE_BYTES / 4), 8)) {
    put('/page', 'text/plain', text)
    await report.measure('read a text', shape, () => readArticle(at('/page'), fetch))
  }
  expectNoStall(report)
})

it('no feed does, nor any entry of one', { timeout: 900_000 }, async () => {
  const editor = (await storedMember('editor')) as Editor
  const report = new Report('feed')
  put('/feed', 'application/xml', '<rss version="2.0"><channel><title>x</title></channel></rss>')
  await addFeed(editor, at('/feed'), fetch)
  const poll = async () => {
    await db().feed.updateMany({ data: { nextPollAt: new Date(0) } })
    await pollOneFeed(fetch)
  }
  for (const [shape, feed] of some(feedsOf(PAGE_BYTES), 3)) {
    put('/feed', 'application/xml', feed)
    await report.measure('look at a feed', shape, poll)
  }
  const entry = (index: number) => `<item><link>${at(`/entry-${index}`)}</link></item>`
  const shapes = some(pagesOf(PAGE_BYTES), 7)
  for (const [index, [, html]] of shapes.entries()) put(`/entry-${index}`, 'text/html', html)
  const items = shapes.map((_, index) => entry(index)).join('')
  put('/feed', 'application/xml', `<rss version="2.0"><channel><title>x</title>${items}</channel></rss>`)
  const recorded = () => db().feedItem.count({ where: { url: { startsWith: at('/entry-') } } })
  // A poll that a busy machine is too slow for is made up for by the next one, as in operation.
  for (let polls = 0; polls < MAX_POLLS && (await recorded()) < shapes.length; polls++)
    await report.measure('look at entries', 'all shapes of pages', poll)
  const { problem } = await db().feed.findFirstOrThrow()
  expect({ problem, recorded: await recorded() }).toEqual({ problem: null, recorded: shapes.length })
  expectNoStall(report)
})

it('no pasted article does', { timeout: 900_000 }, async () => {
  const editor = (await storedMember('editor')) as Editor
  const report = new Report('article')
  for (const [shape, text] of some(articlesOf(ARTICLE_LENGTH), 3))
    await report.measure('bring in an article', shape, () => bringIn(editor, { text }))
  expectNoStall(report)
})

it('no draft that is checked while it is written does', { timeout: 300_000 }, async () => {
  const report = new Report('lint')
  const prompts = textsOf(PROMPT_LENGTH)
  for (const kind of ['single', 'multiple', 'scale', 'aspects', 'open'] as const)
    for (const [index, [shape, label]] of textsOf(LABEL_LENGTH - 2).entries()) {
      const lines = Array.from({ length: MAX_OPTIONS }, (_, line) => `${label}${line}`)
      const [of, prompt] = prompts[(index * 7) % prompts.length] as Shaped
      const editable = { kind, prompt, required: false, abstain: false, lines }
      await report.measure(`check ${kind}`, `${of}, lines: ${shape}`, async () => {
        for (let question = 0; question < MAX_QUESTIONS; question++) {
          const { options = [], ...asked } = questionOf(editable, 'fr')
          lintQuestion({ ...asked, required: false, options }, 'fr')
        }
      })
    }
  expectNoStall(report)
})
