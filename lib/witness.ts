import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from './log'
import { metrics } from './metrics'
import { requestId } from './request-id'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'PUT', 'PATCH', 'OPTIONS'])
/** What proxies say of a client that left before its answer. */
const LEFT = 499
/** An answer that took longer is worth a line, whatever it was. Streams of results take as long as their readers stay. */
const SLOW_MS = 2_000
const STREAM = /\/stream$/

type Observer = { observe: (seconds: number) => void }
const observers = new Map<string, Observer>()

function observerOf(method: string, route: string, status: number): Observer {
  const level = `${Math.floor(status / 100)}xx`
  const key = `${method} ${route} ${level}`
  const known = observers.get(key)
  if (known) return known
  const made = metrics().http.labels({ method, route, status: level })
  observers.set(key, made)
  return made
}

/**
 * Counts a request once it is answered, and writes a line of those that failed or were slow (of all at the level
 * `debug`): id, method, route, status, time. Not the address, which can hold a receipt or a link's secret; not who
 * sent it.
 */
export function witness(
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
    observerOf(method, route, status).observe(ms / 1000)
    const level = status >= 500 || (ms > SLOW_MS && !STREAM.test(route)) ? 'warn' : 'debug'
    if (!log().isLevelEnabled(level)) return
    log()[level]({ id: requestId(request), method, route, status, ms: Math.round(ms * 10) / 10 }, 'request')
  })
}
