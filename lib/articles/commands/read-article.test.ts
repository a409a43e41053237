import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, success } from '../../platform/http/problem-codes'
import { fetchPage, type Page } from './fetch'
import { readArticle } from './read-article'

const url = 'https://amp.journal.example/2026/pont'
const paragraph = '<p>Le pont ouvre au printemps, et la mairie promet une navette entre les deux quais.</p>'
const html = (body: string, head = '') => `<html><head>${head}</head><body>${body}</body></html>`
const read = (page: Partial<Page>) =>
  readArticle(url, async (address) => success({ url: address, type: 'text/html', body: '', ...page }))

describe('a page that shows a wall is refused by its name', () => {
  it.each([
    ['page_consent_wall', '<p>Acceptez-vous les cookies ou préférez-vous vous abonner ?</p>'],
    ['page_robot_wall', '<h1>Just a moment...</h1><p>Verifying you are human.</p>'],
    [
      'page_subscription_wall',
      `<article>${paragraph.repeat(20)}<p>La suite est réservée aux abonnés.</p></article>`,
    ],
    ['page_empty', '<p> </p>'],
  ])('%s', async (code, body) => {
    expect(await read({ body: html(body) })).toEqual(refusal(code as 'page_empty'))
  })
})

it('an article has the address that its page calls its own, else the one where it was found', async () => {
  const article = `<article><h1>Le pont</h1>${paragraph.repeat(6)}<p>Le prendrez-vous ?</p></article>`
  const own = '<link rel="canonical" href="https://www.journal.example/2026/pont">'
  for (const [head, sourceUrl] of [
    [own, 'https://www.journal.example/2026/pont'],
    ['', url],
  ])
    expect(await read({ body: html(article, head) })).toMatchObject({
      ok: true,
      value: { text: expect.stringMatching(/Le prendrez-vous \?$/), sourceUrl },
    })
})

it('a text is an article without a page', async () => {
  const body = 'Le pont ouvre.\n\nLe prendrez-vous ?'
  expect(await read({ type: 'text/plain', body })).toEqual(success({ text: body, cuts: [], sourceUrl: url }))
  expect(await read({ type: 'text/plain', body: ' \n' })).toEqual(refusal('page_empty'))
})

it('what could not be fetched is said as it was', async () => {
  expect(await readArticle(url, async () => refusal('page_refused'))).toEqual(refusal('page_refused'))
})

describe('a robot wall that a server sends is named, whatever its status', () => {
  let server: Server
  let origin = ''
  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      const [, status, ...words] = decodeURIComponent(url).split('/')
      const body = html(`<h1>journal.example</h1><p>${words.join('/')}</p>`)
      return response
        .writeHead(Number(status), { 'content-type': 'text/html', 'retry-after': '90' })
        .end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const served = (status: number, words: string) =>
    readArticle(`${origin}/${status}/${encodeURIComponent(words)}`, (address) =>
      fetchPage(address, { ports: [80], origins: [origin] }),
    )

  it.each(['Verifying you are human.', 'Prouvez que vous n’êtes pas un robot.', 'No soy un robot'])(
    '%s',
    async (words) => {
      expect(await served(200, words)).toEqual(refusal('page_robot_wall'))
      for (const status of [401, 403, 429, 503])
        expect(await served(status, words)).toEqual({
          ok: false,
          problem: { code: 'page_robot_wall', again: { afterSeconds: 90 } },
        })
    },
  )

  it('and other words are none', async () => {
    expect(await served(200, 'Le pont ouvre.')).toMatchObject({ ok: true })
    expect(await served(403, 'Le pont ouvre.')).toMatchObject({ problem: { code: 'page_refused' } })
    expect(await served(503, 'Le pont ouvre.')).toMatchObject({ problem: { code: 'page_unavailable' } })
  })
})
