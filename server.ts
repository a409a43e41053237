/**
 * The front door: one HTTP server that gives the API to Hono directly, and everything else to Next
 * (docs/decisions/front-door.md). `npm start` runs it with a database at hand.
 */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { FRESH_MS, freshSite } from './lib/appearance/queries/site'
import { drainBallots } from './lib/ballots/commands/cast'
import { forgetHistories, settleIntents } from './lib/ballots/commands/erase'
import { fileErasures } from './lib/ballots/commands/erasure-log'
import { inspectAll } from './lib/ballots/commands/inspect'
import { flushVisits } from './lib/ballots/commands/visits'
import { fillSearch } from './lib/comments/commands/fill-search'
import { notifyReporters } from './lib/comments/commands/notify-reporters'
import { screenAll } from './lib/comments/commands/screen'
import { removeErased } from './lib/exports/commands/jobs'
import { workExports } from './lib/exports/commands/work'
import { sweepAll } from './lib/operations/retention'
import { closeDb, wrongSession } from './lib/platform/db/client'
import { forgeable, hostOf } from './lib/platform/http/listen-address'
import { servePost } from './lib/platform/http/page-posts'
import { env } from './lib/platform/runtime/env'
import { nowAndRegularly, scheduleJob, stopJobs } from './lib/platform/runtime/scheduler'
import { workers } from './lib/platform/runtime/worker-pool'
import { consoleToLog } from './lib/platform/telemetry/console'
import { log } from './lib/platform/telemetry/log'
import { OTHER, RouteNames } from './lib/platform/telemetry/route-names'
import { startTracing } from './lib/platform/telemetry/tracing'
import { isFromElsewhere } from './lib/readers/csrf'
import { live } from './lib/results/queries/live'
import { logAccess } from './lib/server/access-log'
import { actionBytes } from './lib/server/action-limits'
import { api, apiPatterns } from './lib/server/api'
import { applySecurityHeaders, SERVER_LIMITS } from './lib/server/apply-headers'
import { sendBusy, withFailurePage } from './lib/server/error-pages'
import { isReady } from './lib/server/health'
import { noteClient } from './lib/server/note-client'
import { cacheableSlug, isUnknown, pageCache, sendNotFound } from './lib/server/page-cache'
import { RenderLimit } from './lib/server/render-limit'
import { ALLOW, pageRefusalOf, type RequestRefusal, refusalOf } from './lib/server/request-refusal'
import { pollOneFeed } from './lib/surveys/commands/poll-feeds'

const API_PATHS = /^\/(?:api\/v1(?:[/?]|$)|embed\/|(?:healthz|readyz|metrics)(?:\?|$))/
/** A stop that takes longer than this has a client that will not let go: its connection is cut. */
const STOP_MS = 6_000
const LET_GO_MS = 50
/** Between two looks at a database that is not ready. */
const READY_PAUSE_MS = 200
/** A regular job that takes longer is left where it is: another process takes it up. */
const JOBS_MS = 1_000
/** Whatever hangs by now hangs for good. */
const GIVE_UP_MS = 8_500

env()
// Before anything is loaded that would want to be traced.
const { trace, stop: stopTracing } = await startTracing()
const port = Number(process.env.PORT || 3000)
const hostname = hostOf(process.env.HOST, env().AVIS_PROXY_HOPS)
const forgeableAddress = forgeable(hostname, env().AVIS_PROXY_HOPS)
if (forgeableAddress) console.warn(forgeableAddress)
const wrong = await wrongSession()
if (wrong) {
  console.error(wrong)
  process.exit(1)
}
await freshSite()
// What this file lies in is a whole build: Next serves the same one.
process.env.AVIS_BUILD = path.relative(process.cwd(), import.meta.dirname)
// Next would listen for upgrades on the server of the first request it sees, and leaves those it does not know open for
// good. Nothing of Avis upgrades: Next is given a server that never listens, and `refusalOf` answers.
const httpServer = createServer()
const app = next({ dev: false, port, hostname, httpServer })
await app.prepare()
const toNext = app.getRequestHandler()
const toApi = getRequestListener(api.fetch)

/** The patterns of Next's pages, as its build left them. */
const patterns = readFileSync(path.join(import.meta.dirname, 'app-path-routes-manifest.json'), 'utf8')
const routes = new RouteNames([...apiPatterns(), ...Object.values<string>(JSON.parse(patterns)), '/_next/*'])
const routeOf = (url: string) => routes.nameOf(url)

/** Every hour: nothing that is kept for a while stays longer because nobody came by. */
const SWEEP_MS = 3600_000
/** Comments whose checks did not run when they were sent: another process stopped in between. */
const SCREEN_MS = 10_000
/** It looks at every comment, and there is something to do after an update or a restore only. */
const SEARCH_MS = 24 * 3600_000
/** Who left an address with a notice learns what was decided. */
const NOTIFY_MS = 60_000
/** Files whose writing another process left off. */
const EXPORTS_MS = 10_000
/** Erasures whose last steps were left off when a process ended. */
const ERASURES_MS = 10_000
/** What looks for stuffed ballots: a run of two minutes is seen while it lasts. */
const INSPECT_MS = 60_000
/** Every minute a feed whose turn it is, if there is one. */
const FEEDS_MS = 60_000

/** Of what is too large for it, Next says nothing that anybody could read. */
const isTooLarge = ({ url = '', headers }: IncomingMessage) =>
  Number(headers['content-length'] ?? 0) > actionBytes(url.split('?')[0] ?? '')

const server = createServer(SERVER_LIMITS, (request, response) => {
  const { url = '', headers } = request
  logAccess(request, response, routeOf)
  const to = noteClient(request)
  const nonce = applySecurityHeaders(request, response)
  const refusal = refusalOf(request)
  // What follows a request that was not upgraded is not read: the connection ends with its answer.
  if (headers.upgrade) response.shouldKeepAlive = false
  trace(request, response, routeOf, () => {
    if (refusal) refuse(refusal, response)
    else if (to) response.writeHead(307, { location: to, 'cache-control': 'no-store' }).end()
    // Next looks at the origin of an action alone: what is from elsewhere gets the API's refusal, as what is too large does.
    else if (API_PATHS.test(url) || isFromElsewhere(request) || isTooLarge(request))
      void toApi(request, response)
    else void toPage(nonce, request, response)
  })
})
const sendCopy = pageCache(() => {
  const { address } = server.address() as AddressInfo
  return { host: address === '0.0.0.0' ? '127.0.0.1' : address, port }
})

const places = new RenderLimit()
/** Scripts, styles and pictures of a build: read from disk, and asked for a dozen at once by each page. */
const ASSETS = /^\/_next\/static\//

async function toPage(nonce: string, request: IncomingMessage, response: ServerResponse) {
  const route = routeOf(request.url ?? '')
  const refusal = pageRefusalOf(request, route)
  if (refusal) return refuse(refusal, response)
  const page = withFailurePage(request, response, route)
  const slug = cacheableSlug(request)
  if (slug && (await sendCopy(slug, nonce, request, page).catch(() => false))) return
  // A copy is sent to readers' browsers alone: robots, other pages and parts of pages come by here.
  if (route !== OTHER && (await isUnknown(request))) return sendNotFound(page)
  if (!ASSETS.test(request.url ?? '') && !(await places.take(response))) return sendBusy(request, page)
  if (request.method === 'POST') await servePost(page, () => toNext(request, page))
  else await toNext(request, page)
}

/** Ends the connection as well: who asked for something else goes on with something else. */
function refuse({ status, text, allow }: RequestRefusal, response: ServerResponse) {
  const headers = { 'content-type': 'text/plain', connection: 'close', ...(allow && { allow }) }
  response.writeHead(status, headers).end(text)
}
// Avis is nobody's proxy. Without this, such a connection would be closed without a word.
server.on('connect', (_request, socket: Socket) => {
  socket.on('error', () => socket.destroy())
  socket.write(
    `HTTP/1.1 405 Method Not Allowed\r\nAllow: ${ALLOW}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
  )
  socket.destroySoon()
})
server.once('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken: stop what uses it, or choose another with PORT=3001 npm start.`
      : `The server could not listen on port ${port}: ${error.message}`,
  )
  process.exit(1)
})
server.listen(port, hostname, () => {
  consoleToLog()
  void tellStarter()
})

/** Tells who started this process once it can serve: it listens, and its database answers and is up to date. */
async function tellStarter() {
  while (process.connected && !stopping) {
    if (await isReady()) return process.send?.({ ready: port })
    await sleep(READY_PAUSE_MS)
  }
}

scheduleJob('sweep', SWEEP_MS, () => sweepAll())
scheduleJob('exports', EXPORTS_MS, async () => {
  await removeErased()
  await workExports()
})
scheduleJob('erasures', ERASURES_MS, async () => {
  await forgetHistories()
  await fileErasures()
})
// What an older Avis noted before it erased is compared with the database once.
void settleIntents().catch((error) =>
  log().error({ err: error }, 'earlier erasures could not be looked through'),
)
scheduleJob('screening', SCREEN_MS, () => screenAll())
nowAndRegularly('search', SEARCH_MS, () => fillSearch())
scheduleJob('notices', NOTIFY_MS, () => notifyReporters())
scheduleJob('inspection', INSPECT_MS, () => inspectAll())
scheduleJob('feeds', FEEDS_MS, () => pollOneFeed())
// Frames, pictures and copied pages never wait for it.
scheduleJob('appearance', FRESH_MS, () => freshSite())

let stopping = false
/** Ends the streams, takes no more connections, commits the ballots it took, answers them, and lets go of the database. */
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => {
    log().error('the stop took too long: what hangs is left as it is')
    process.exit(1)
  }, GIVE_UP_MS).unref()
  const closed = new Promise((resolve) => server.close(resolve))
  // A connection that has had its last answer is kept open by its client: let go of it at once.
  const letGo = setInterval(() => server.closeIdleConnections(), LET_GO_MS)
  const cut = setTimeout(() => server.closeAllConnections(), STOP_MS)
  const streams = live().stop()
  const working = workers().end()
  await drainBallots()
  await closed
  clearInterval(letGo)
  clearTimeout(cut)
  await Promise.race([Promise.all([streams, working, stopJobs()]), sleep(JOBS_MS)])
  await flushVisits()
  await closeDb()
  await stopTracing()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The starter's channel closes when it dies, however it dies: no server without its starter.
if (process.send) process.on('disconnect', stop)
