import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { scheduleJob } from '../platform/runtime/scheduler'
import { log } from '../platform/telemetry/log'
import { RouteNames } from '../platform/telemetry/route-names'
import { startTracing } from '../platform/telemetry/tracing'
import { live } from '../results/queries/live'
import { logAccess } from './access-log'
import { api, apiPatterns } from './api'

/** Set before any other code here, because settings are read on first use. */
const TOKEN = 'the token of the machine that watches'
process.env.AVIS_METRICS_TOKEN = TOKEN

const collected: string[] = []
const collector = createServer(async (request, response) => {
  collected.push(`${request.url} ${(await request.setEncoding('utf8').toArray()).join('')}`)
  response.end('{}')
})
const routes = new RouteNames(apiPatterns())
let origin: string
let tracing: Awaited<ReturnType<typeof startTracing>>
const toApi = getRequestListener(api.fetch)
const server = createServer((request, response) => {
  const routeOf = (url: string) => routes.nameOf(url)
  logAccess(request, response, routeOf)
  tracing.trace(request, response, routeOf, () => void toApi(request, response))
})

beforeAll(async () => {
  await once(collector.listen(0, '127.0.0.1'), 'listening')
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  tracing = await startTracing()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  collector.close()
})

const scrape = async () =>
  (await new Client().send('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })).text()

it('are for the bearer of the token alone', async () => {
  expect((await new Client().send('/metrics')).status).toBe(401)
  const wrong = { headers: { authorization: `Bearer ${TOKEN}x` } }
  expect((await new Client().send('/metrics', wrong)).status).toBe(401)
})

it('count ballots, batches, and requests by the pattern of their route, and name nobody', async () => {
  const survey = await storedSurvey()
  for (let n = 0; n < 3; n++)
    await fetch(`${origin}${path(survey, '/ballot')}`, {
      method: 'POST',
      body: JSON.stringify({ answers: [choose(survey, 'single', n % 3)] }),
      headers: { 'content-type': 'application/json' },
    })
  for (const word of ['K7Q2M', 'wp-login.php']) await fetch(`${origin}/${word}`)
  const text = await scrape()
  expect(text).toContain('avis_ballots_total{outcome="written"} 3')
  expect(text).toMatch(/avis_ballot_batch_size_sum 3\n/)
  expect(text).toContain(
    'avis_http_request_seconds_count{method="POST",route="/api/v1/surveys/:slug/ballot",status="2xx"} 3',
  )
  expect(text).toContain('avis_http_request_seconds_count{method="GET",route="other",status="4xx"} 2')
  expect(text).not.toMatch(new RegExp(`K7Q2M|wp-login|${survey.view.slug}`))
  expect(text).toMatch(/avis_database_connections\{state="open"\} [1-9]/)
})

it('has everything that the dashboard shows', async () => {
  live()
  scheduleJob('looking', 5, async () => undefined)
  await expect.poll(scrape).toContain('avis_job_seconds_count{job="looking",outcome="done"}')
  const text = await scrape()
  const shown = readFileSync('docs/grafana.json', 'utf8').match(/\b(?:avis|nodejs)_[a-z0-9_]+/g) ?? []
  expect(shown.length).toBeGreaterThan(10)
  for (const name of new Set(shown)) expect(text, name).toContain(`\n${name}`)
})

it('a failed request is in the log by its id, its route and no address', async () => {
  const lines: object[] = []
  const warn = vi.spyOn(log(), 'warn').mockImplementation((line: unknown) => void lines.push(line as object))
  const error = vi.spyOn(log(), 'error')
  await db().$executeRaw`ALTER TABLE survey RENAME TO away`
  const answer = await fetch(`${origin}/api/v1/surveys/un-secret/results`, {
    headers: { 'x-request-id': 'proxy-0001' },
  })
  await db().$executeRaw`ALTER TABLE away RENAME TO survey`
  expect([answer.status, answer.headers.get('x-request-id')]).toEqual([500, 'proxy-0001'])
  await expect.poll(() => lines).toHaveLength(1)
  const route = '/api/v1/surveys/:slug/results'
  expect(lines[0]).toMatchObject({ id: 'proxy-0001', method: 'GET', route, status: 500 })
  const [why] = error.mock.calls
  expect(why).toMatchObject([{ id: 'proxy-0001', route }, 'request failed'])
  expect(JSON.stringify([lines, why])).not.toContain('un-secret')
  error.mockRestore()
  warn.mockRestore()
})

it('traces go to the collector by route, with the trace the client began', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` }
  await (await fetch(`${origin}/healthz?secret=K7Q2M`, { headers })).text()
  await tracing.stop()
  const spans = collected.join('\n')
  expect(spans).toMatch(/^\/v1\/traces /)
  expect(spans).toContain('"GET /healthz"')
  expect(spans).toContain(trace)
  expect(spans).not.toContain('K7Q2M')
})
