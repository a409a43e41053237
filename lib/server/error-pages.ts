import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { databaseFault } from '../platform/db/errors'
import { barePage, barePolicy } from '../platform/http/bare-page'
import { isUnreadable, isUnreadablePost } from '../platform/http/page-posts'
import { commonHeaders, VARY } from '../platform/http/security-headers'
import { type Locale, languageOf } from '../platform/i18n/locale'
import { translator } from '../platform/i18n/messages'
import { oncePerProcess } from '../platform/runtime/per-process'
import { log } from '../platform/telemetry/log'
import { REQUEST_ID, requestId } from '../platform/telemetry/request-id'
import { OTHER } from '../platform/telemetry/route-names'
import { ACCOUNT } from '../staff/rules/paths'

/** Seconds after which a reader may retry. */
const RETRY_AFTER_SECONDS = '5'

/** Returns the ids of requests whose page failed because the database was unreachable, until they are answered. */
const away = () => oncePerProcess('pages-away', () => new LRUCache<string, true>({ max: 1_000 }))

/** Logs why a page could not be rendered. Next reports it (instrumentation.ts) before it answers. */
export function notePageFailure(error: unknown, id: string | undefined, route: string): void {
  const fault = databaseFault(error)
  const { digest } = error as { digest?: string }
  if (isUnreadable(error)) {
    log().warn({ err: error, id, route }, 'a form could not be read')
    return
  }
  log().error({ err: error, id, digest, route }, 'a page could not be made')
  if (id && fault === 'away') away().set(id, true)
}

type Page = { status: number; body: string; headers?: Record<string, string> }

/** The requests that are refused because too many pages are being rendered. */
const tooMany = new WeakSet<IncomingMessage>()

/** Answers 503 in words: too many pages are being rendered. */
export function sendBusy(request: IncomingMessage, response: ServerResponse): void {
  tooMany.add(request)
  response.statusCode = 503
  response.setHeader('retry-after', RETRY_AFTER_SECONDS)
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  // Where a page is wanted, `withFailurePage` replaces this text.
  response.end('Too many pages are being made.')
}

function failurePage(request: IncomingMessage, locale: Locale): Page {
  const id = requestId(request)
  const words = translator(locale, 'failure')
  if (isUnreadablePost()) {
    const text = [words('formUnreadable')]
    return { status: 400, body: barePage({ locale, title: words('formTitle'), text }) }
  }
  if (tooMany.has(request))
    return {
      status: 503,
      body: barePage({
        locale,
        title: words('title'),
        text: [words('busy')],
        again: request.method === 'GET',
      }),
      headers: { 'retry-after': RETRY_AFTER_SECONDS },
    }
  const isAway = away().delete(id)
  const text = [isAway ? words('text') : words('broken')]
  return {
    status: isAway ? 503 : 500,
    body: barePage({ locale, title: words('title'), text, again: request.method === 'GET', id }),
    headers: { [REQUEST_ID]: id, ...(isAway && { 'retry-after': RETRY_AFTER_SECONDS }) },
  }
}

/** Renders the page that says that there is nothing here (404), or nothing for this role (403). */
function refusalPage(status: 403 | 404, locale: Locale): Page {
  if (status === 404) {
    const words = translator(locale, 'notFound')
    const way = { to: '/', text: words('home') }
    return { status, body: barePage({ locale, title: words('title'), text: [words('text')], way }) }
  }
  const words = translator(locale, 'staff')
  const way = { to: ACCOUNT, text: words('forbiddenHome') }
  const text = [words('forbiddenText')]
  return { status, body: barePage({ locale, title: words('forbiddenTitle'), text, way }) }
}

/**
 * Replaces Next's answer with a page of plain words. It does so when Next could not render a page, or when the page of
 * `route` refuses. Next's own error pages are blank without JavaScript. Next also answers 500 when the database is only
 * away for a short time. Other answers pass untouched; so does the 404 of an address without a route, whose page Next
 * has ready.
 */
export function withFailurePage(
  request: IncomingMessage,
  response: ServerResponse,
  route: string,
): ServerResponse {
  if (!request.headers.accept?.includes('text/html')) return response
  // Next passes its pages these headers, and reports a failure with them.
  requestId(request)
  const { write, end, flushHeaders } = response
  let replaced = false

  function pageFor(status: number, locale: Locale): Page | undefined {
    if (status >= 500) return failurePage(request, locale)
    return (status === 403 || status === 404) && route !== OTHER ? refusalPage(status, locale) : undefined
  }

  function replace(): boolean {
    if (replaced) return true
    if (response.headersSent) return false
    const locale = languageOf((name) => request.headers[name]?.toString())
    const page = pageFor(response.statusCode, locale)
    if (!page) return false
    replaced = true
    const { status, body, headers } = page
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'content-security-policy': barePolicy(),
      ...Object.fromEntries(commonHeaders(request.url ?? '')),
      // Next would compress a page this small for no gain, and can no longer be stopped otherwise.
      'cache-control': 'no-store, no-transform',
      vary: VARY,
      ...headers,
    })
    end.call(response, request.method === 'HEAD' ? '' : body, 'utf8')
    return true
  }

  response.flushHeaders = () => {
    if (!replace()) flushHeaders.call(response)
  }
  response.write = ((...given: Parameters<typeof write>) =>
    replace() || write.apply(response, given)) as typeof write
  response.end = ((...given: Parameters<typeof end>) => {
    if (!replace()) return end.apply(response, given)
    const done = given.find((one): one is () => void => typeof one === 'function')
    if (done) response.once('finish', done)
    return response
  }) as typeof end
  return response
}
