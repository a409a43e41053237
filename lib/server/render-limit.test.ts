import { once } from 'node:events'
import { Agent, createServer, get, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, vi } from 'vitest'
import { PAGES_AT_ONCE, PAGES_WAITING, RenderLimit } from './render-limit'

const LONG = 1_000_000
/** Requests `count` pages of a server, which are rendered only when the test says so. */
async function askFor(count: number, places: RenderLimit) {
  const made: ServerResponse[] = []
  let refused = 0
  const server = createServer(async (request, response) => {
    // A vote needs no slot.
    if (request.url === '/vote') response.end('counted')
    else if (await places.take(response)) made.push(response)
    else {
      refused++
      response.writeHead(503).end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = (path: string) => {
    const request = get({ host: '127.0.0.1', port, path, agent: new Agent() })
    request.on('error', () => undefined)
    request.on('response', (answer) => answer.resume())
    return request
  }
  const asked = Array.from({ length: count }, () => ask('/page'))
  const settled = () => made.length + refused + places.taken.waiting
  await vi.waitFor(() => expect(settled()).toBeGreaterThanOrEqual(count))
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { made, asked, ask, close, refused: () => refused }
}

it('of a hundred slow pages some are made, some wait, the others are refused, and a vote passes', async () => {
  const places = new RenderLimit(LONG)
  const { made, ask, close, refused } = await askFor(100, places)
  expect([made.length, places.taken.waiting, refused()]).toEqual([
    PAGES_AT_ONCE,
    PAGES_WAITING,
    100 - PAGES_AT_ONCE - PAGES_WAITING,
  ])
  const [vote] = await once(ask('/vote'), 'response')
  expect(vote.statusCode).toBe(200)
  expect(made).toHaveLength(PAGES_AT_ONCE)
  await close()
})

it('a place is free when its page is written, or its client has left', async () => {
  const places = new RenderLimit(LONG)
  const { made, asked, close } = await askFor(PAGES_AT_ONCE + 3, places)
  made[0]?.end('a page')
  await vi.waitFor(() => expect(made).toHaveLength(PAGES_AT_ONCE + 1))
  for (const request of asked) request.destroy()
  await vi.waitFor(() => expect(places.taken).toEqual({ made: 0, waiting: 0 }))
  await close()
})

it('who has waited long is refused', async () => {
  const places = new RenderLimit(1)
  const { made, close, refused } = await askFor(PAGES_AT_ONCE, places)
  expect(made).toHaveLength(PAGES_AT_ONCE)
  const late = await askFor(2, places)
  await vi.waitFor(() => expect(late.refused()).toBe(2))
  expect(refused()).toBe(0)
  await late.close()
  await close()
})
