import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '../platform/telemetry/log'
import { metrics } from '../platform/telemetry/metrics'
import { requestId } from '../platform/telemetry/request-id'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'PUT', 'PATCH', 'OPTIONS'])
/** What proxies say of a client that left before its answer. */
const LEFT = 499
/** An answer that took longer is worth a line, whatever it was. Streams of results take as long as their readers stay. */
const SLOW_MS = 2_000
const STREAM = /\/stream$/

type Counts = ReturnType<ReturnType<typeof metrics>['http']['with']>
/** By route, and under it by method and the hundred of the status: no text is put together for a request. */
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
 * Counts a request once it is answered, and writes a line of those that failed or were slow (of all at the level
 * `debug`): id, method, route, status, time. Not the address, which can hold a receipt or a link's secret; not who
 * sent it.
 */
export function logAccess(
  request: IncomingMessage,
  response: ServerResponse,
  routeOf: (url: string) => string,
): void {
  const { method: given = '', url = '' } = request
  const begun = performance.now()
  response.once('close', () => {
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
