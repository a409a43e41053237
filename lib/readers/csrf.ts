import type { IncomingHttpHeaders } from 'node:http'
import { createMiddleware } from 'hono/factory'
import { contentType } from '../platform/http/content-type'
import type { Headers } from '../platform/http/exchange'
import { answerProblem } from '../platform/http/problem-response'
import { env } from '../platform/runtime/env'
import { bySecret } from '../platform/runtime/secrets'
import { readFormToken } from './rules/form-token'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
/**
 * The content types that a page of another site can have a browser POST without a preflight. The empty one means no
 * type.
 */
const SENT_UNASKED = ['', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']
/** Matches our cookies but for the language. Browsers attach them even to requests that their reader did not intend. */
const OURS = /(?:^|;\s*)(?:__Host-)?avis_(?!langue=)/

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

type Header = (name: 'sec-fetch-site' | 'origin' | 'referer' | 'host') => string | undefined

/**
 * Returns whose page sent a request, by headers that browsers set and no page can forge. Returns undefined where such
 * headers are missing: the sender is a program, or a browser older than these headers.
 */
function senderOf(header: Header): 'ours' | 'others' | undefined {
  const site = header('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return 'ours'
  const origin = header('origin') ?? (site ? 'null' : header('referer'))
  if (!origin) return undefined
  const ours = [header('host'), hostOf(env().AVIS_ORIGIN ?? '')]
  return ours.includes(hostOf(origin)) && URL.canParse(origin) ? 'ours' : 'others'
}

type Sent = { method?: string; headers: IncomingHttpHeaders }

/**
 * Returns whether a change comes from anywhere but a page of ours. The front door asks this before Next, which accepts
 * only changes by staff, whose browsers send these headers.
 */
export const isFromElsewhere = ({ method = '', headers }: Sent) =>
  !SAFE.has(method) && senderOf((name) => headers[name]?.toString()) !== 'ours'

/** Returns whether a page of another site could have a browser send this without a preflight, with our cookies. */
const isForgeable = (method: string | undefined, request: Headers) =>
  method === 'POST' &&
  SENT_UNASKED.includes(contentType(request) ?? '') &&
  OURS.test(request.header('cookie') ?? '')

/** Returns whether a change is accepted by its headers alone: `refuseOtherSites` lets it pass without a look at its body. */
export function mayChange(method: string | undefined, request: Headers): boolean {
  const sender = senderOf((name) => request.header(name))
  return sender === 'ours' || (!sender && !isForgeable(method, request))
}

/** Limits the tokens that are checked. A form has one of each, so what has more is no form of ours. */
const MAX_TOKENS = 4
const TOKEN = /(?:^|&)(?:form|attempt)=([^&]*)/g

/** Returns whether we issued one of the first tokens in a form. Beyond `MAX_TOKENS` the rest is not checked. */
function hasToken(form: string): boolean {
  let looked = 0
  for (const [, token = ''] of form.matchAll(TOKEN)) {
    if (bySecret((secret) => readFormToken(token, secret))) return true
    if (++looked === MAX_TOKENS) break
  }
  return false
}

/**
 * Refuses a change that a browser sends for a page of another site. Where no header names that page, a forgeable
 * request has to carry a token that a page of ours received. A request without our cookies cannot change any person's
 * data.
 */
export const refuseOtherSites = createMiddleware(async (c, next) => {
  if (SAFE.has(c.req.method)) return next()
  if (mayChange(c.req.method, c.req)) return next()
  const sender = senderOf((name) => c.req.header(name))
  if (!sender && hasToken(await c.req.text())) return next()
  return answerProblem(c, { code: 'cross_site' })
})
