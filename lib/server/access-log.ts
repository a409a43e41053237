import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '../platform/telemetry/log'
import { metrics } from '../platform/telemetry/metrics'
import { requestId } from '../platform/telemetry/request-id'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'PUT', 'PATCH', 'OPTIONS'])
/** The status that proxies log for a client that left before its answer. */
const LEFT = 499
/** Milliseconds after which an answer is logged, whatever it was. Result streams last as long as their readers stay. */
const SLOW_MS = 2_000
const STREAM = /\/stream$/

type Counts = ReturnType<ReturnType<typeof metrics>['http']['with']>
/** Counters by route, then by method and hundred of the status: no key is concatenated per request. */
const known = new Map<string, Map<string, Counts[]>>()

function countsOf(method: string, route: string, status: number): Counts {
  const methods = known.get(route) ?? new Map<string, Counts[]>()
  const hundreds = methods.get(method) ?? []
  const hundred = Math.floor(status / 100)
  const counts = hundreds[hundred]
  if (counts) return counts
  const made = metrics().http.with({ method, route, status: `${hundred}xx` })
  hundreds[hundred] = made
  known.set(route, methods.set(method, hundreds))
  return made
}

const saysAll = process.env.LOG_LEVEL === 'debug'

/**
 * Counts a request once it is answered. Logs those that failed or were slow (all of them at the level `debug`). A line
 * holds id, method, route, status and time. It holds neither the address, which can contain a receipt or a link's
 * secret, nor the sender.
 */
export function logAccess(
  request: IncomingMessage,
  response: ServerResponse,
  routeOf: (url: string) => string,
): void {
  const { method: given = '', url = '' } = request
  const begun = performance.now()
  // Closed once: `once` would only add objects to every request.
  response.on('close', () => {
    const ms = performance.now() - begun
    const method = METHODS.has(given) ? given : 'OTHER'
    const status = response.writableFinished ? response.statusCode : LEFT
    const route = routeOf(url)
    countsOf(method, route, status).observe(ms / 1000)
    const isWorthALine = status >= 500 || (ms > SLOW_MS && !STREAM.test(route))
    if (!isWorthALine && !saysAll) return
    const level = isWorthALine ? 'warn' : 'debug'
    log()[level]({ id: requestId(request), method, route, status, ms: Math.round(ms * 10) / 10 }, 'request')
  })
}
