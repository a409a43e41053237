/**
 * The front door: one HTTP server that passes API requests to Hono directly, and all others to Next
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
import { flushVisits } from './lib/ballots/commands/visits'
import { closeDb, wrongSession } from './lib/platform/db/client'
import { forgeable, hostOf } from './lib/platform/http/listen-address'
import { servePost } from './lib/platform/http/page-posts'
import { collectStartGarbage } from './lib/platform/runtime/collect-garbage'
import { env } from './lib/platform/runtime/env'
import { scheduleJob, stopJobs } from './lib/platform/runtime/scheduler'
import { workers } from './lib/platform/runtime/worker-pool'
import { consoleToLog } from './lib/platform/telemetry/console'
import { log } from './lib/platform/telemetry/log'
import { OTHER, RouteNames } from './lib/platform/telemetry/route-names'
import { startTracing } from './lib/platform/telemetry/tracing'
import { isFromElsewhere } from './lib/readers/csrf'
import { live } from './lib/results/queries/live'
import { logAccess } from './lib/server/access-log'
import { actionBytes } from './lib/server/action-limits'
import { api, apiPatterns, takeShortWay } from './lib/server/api'
import { applySecurityHeaders, SERVER_LIMITS } from './lib/server/apply-headers'
import { writeClientHeaders } from './lib/server/client-headers'
import { sendBusy, withFailurePage } from './lib/server/error-pages'
import { isReady } from './lib/server/health'
import { cacheableSlug, isUnknown, pageCache, sendNotFound } from './lib/server/page-cache'
import { RenderLimit } from './lib/server/render-limit'
import { ALLOW, pageRefusalOf, type RequestRefusal, refusalOf } from './lib/server/request-refusal'
import { workerBeside } from './lib/server/worker-process'

const API_PATHS = /^\/(?:api\/v1(?:[/?]|$)|embed\/|(?:healthz|readyz|metrics)(?:\?|$))/
/** Milliseconds after which a stop closes connections that clients keep open. */
const STOP_MS = 6_000
const LET_GO_MS = 50
/** Milliseconds between two checks of a database that is not ready. */
const READY_PAUSE_MS = 200
/** Milliseconds that a stop waits for regular jobs. A slower job is abandoned: another process resumes it. */
const JOBS_MS = 1_000
/** Milliseconds after which the process exits anyway: what hangs by then hangs forever. */
const GIVE_UP_MS = 8_500

env()
// Before any module is loaded that tracing has to instrument.
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
// The folder of this file is a whole build: Next serves the same one.
process.env.AVIS_BUILD = path.relative(process.cwd(), import.meta.dirname)
// Next would listen for upgrades on the server of the first request it receives, and leaves unknown ones open forever.
// Nothing of Avis upgrades: Next is given a server that never listens, and `refusalOf` answers.
const httpServer = createServer()
const app = next({ dev: false, port, hostname, httpServer })
await app.prepare()
const toNext = app.getRequestHandler()
const toApi = getRequestListener(api.fetch)

/** The patterns of Next's pages, as its build wrote them. */
const patterns = readFileSync(path.join(import.meta.dirname, 'app-path-routes-manifest.json'), 'utf8')
const routes = new RouteNames([...apiPatterns(), ...Object.values<string>(JSON.parse(patterns)), '/_next/*'])
const routeOf = (url: string) => routes.nameOf(url)

/** Returns whether a body is larger than its page accepts. Next's own answer to that is unreadable. */
const isTooLarge = ({ url = '', headers }: IncomingMessage) =>
  Number(headers['content-length'] ?? 0) > actionBytes(url.split('?')[0] ?? '')

const server = createServer(SERVER_LIMITS, (request, response) => {
  logAccess(request, response, routeOf)
  const to = writeClientHeaders(request)
  trace(request, response, routeOf, () => {
    const takeLongWay = () => serve(to, request, response)
    if (!takeShortWay(request, response, takeLongWay)) takeLongWay()
  })
})

function serve(to: string | undefined, request: IncomingMessage, response: ServerResponse) {
  const { url = '', headers } = request
  const nonce = applySecurityHeaders(request, response)
  const refusal = refusalOf(request)
  // The bytes after a request for an upgrade are not read: the connection ends with its answer.
  if (headers.upgrade) response.shouldKeepAlive = false
  if (refusal) refuse(refusal, response)
  else if (to) response.writeHead(307, { location: to, 'cache-control': 'no-store' }).end()
  // Next checks only the origin of an action. The API refuses what comes from elsewhere, as it refuses what is too
  // large.
  else if (API_PATHS.test(url) || isFromElsewhere(request) || isTooLarge(request))
    void toApi(request, response)
  else void toPage(nonce, request, response)
}
const sendCopy = pageCache(() => {
  const { address } = server.address() as AddressInfo
  return { host: address === '0.0.0.0' ? '127.0.0.1' : address, port }
})

const places = new RenderLimit()
/** Matches scripts, styles and pictures of a build. They are read from disk, and each page requests a dozen at once. */
const ASSETS = /^\/_next\/static\//

async function toPage(nonce: string, request: IncomingMessage, response: ServerResponse) {
  const route = routeOf(request.url ?? '')
  const refusal = pageRefusalOf(request, route)
  if (refusal) return refuse(refusal, response)
  const page = withFailurePage(request, response, route)
  const slug = cacheableSlug(request)
  if (slug && (await sendCopy(slug, nonce, request, page).catch(() => false))) return
  // A copy is sent to readers' browsers alone: robots, other pages and parts of pages continue here.
  if (route !== OTHER && (await isUnknown(request))) return sendNotFound(page)
  if (!ASSETS.test(request.url ?? '') && !(await places.take(response))) return sendBusy(request, page)
  if (request.method === 'POST') await servePost(page, () => toNext(request, page))
  else await toNext(request, page)
}

/** Answers with the refusal and closes the connection: its client may send further bytes of another protocol. */
function refuse({ status, text, allow }: RequestRefusal, response: ServerResponse) {
  const headers = { 'content-type': 'text/plain', connection: 'close', ...(allow && { allow }) }
  response.writeHead(status, headers).end(text)
}
// Avis proxies for no client. Without this, such a connection would be closed without an answer.
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
  worker.start()
  void tellStarter()
})

/**
 * Notifies the process that started this one once it can serve. Then it listens, and its database answers and is up to
 * date.
 */
async function tellStarter() {
  while (process.connected && !stopping) {
    if (await isReady()) {
      collectStartGarbage()
      return process.send?.({ ready: port })
    }
    await sleep(READY_PAUSE_MS)
  }
}

const worker = workerBeside(import.meta.dirname)
// Frames, pictures and copied pages never wait for it.
scheduleJob('appearance', FRESH_MS, () => freshSite())

let stopping = false
/** Ends the streams, accepts no more connections, commits and answers the accepted ballots, and closes the database. */
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => {
    log().error('the stop took too long: what hangs is left as it is')
    process.exit(1)
  }, GIVE_UP_MS).unref()
  const closed = new Promise((resolve) => server.close(resolve))
  // Clients keep a connection open after its last answer: it is closed as soon as it is idle.
  const letGo = setInterval(() => server.closeIdleConnections(), LET_GO_MS)
  const cut = setTimeout(() => server.closeAllConnections(), STOP_MS)
  const streams = live().stop()
  const jobs = worker.stop()
  const working = workers().end()
  await drainBallots()
  await closed
  clearInterval(letGo)
  clearTimeout(cut)
  await Promise.race([Promise.all([streams, working, jobs, stopJobs()]), sleep(JOBS_MS)])
  await flushVisits()
  await closeDb()
  await stopTracing()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The channel of the starting process closes when it dies, however it dies: no server runs without it.
if (process.send) process.on('disconnect', stop)
