import type { IncomingHttpHeaders } from 'node:http'
import { createMiddleware } from 'hono/factory'
import { contentType } from '../platform/http/content-type'
import { answerProblem } from '../platform/http/problem-response'
import { env } from '../platform/runtime/env'
import { bySecret } from '../platform/runtime/secrets'
import { readFormToken } from './rules/form-token'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
/** What a page of another site can have a browser POST without asking first: these, and no type at all. */
const SENT_UNASKED = ['', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']
/** Browsers attach our cookies even to requests that their reader did not intend. */
const OURS = /(?:^|;\s*)(?:__Host-)?avis_(?!langue=)/

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

type Header = (name: 'sec-fetch-site' | 'origin' | 'referer' | 'host') => string | undefined

/**
 * Whose page sent a request, by what browsers say of it and no page can forge; undefined where nothing is said: by a
 * program, or a browser older than these headers.
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
 * Whether a change comes from anywhere but a page of ours: for what the front door gives to Next, which takes changes of
 * staff alone, by browsers that say where they are.
 */
export const isFromElsewhere = ({ method = '', headers }: Sent) =>
  !SAFE.has(method) && senderOf((name) => headers[name]?.toString()) !== 'ours'

/** A form has one of each; what has more is no form of ours. */
const MOST_TOKENS = 4
const TOKEN = /(?:^|&)(?:form|attempt)=([^&]*)/g

/** Whether one of the first tokens in a form was given out by us. Of more than a form has, the rest is not looked at. */
function hasToken(form: string): boolean {
  let looked = 0
  for (const [, token = ''] of form.matchAll(TOKEN)) {
    if (bySecret((secret) => readFormToken(token, secret))) return true
    if (++looked === MOST_TOKENS) break
  }
  return false
}

/**
 * Refuses a change that a browser sends for a page of another site. Where nothing says whose page it was, what could be
 * forged has to carry a token that a page of ours was given; a request without our cookies cannot change anybody's data.
 */
export const refuseOtherSites = createMiddleware(async (c, next) => {
  if (SAFE.has(c.req.method)) return next()
  const sender = senderOf((name) => c.req.header(name))
  if (sender === 'ours') return next()
  const unasked = c.req.method === 'POST' && SENT_UNASKED.includes(contentType(c) ?? '')
  const forgeable = unasked && OURS.test(c.req.header('cookie') ?? '')
  if (!sender && !forgeable) return next()
  if (!sender && hasToken(await c.req.text())) return next()
  return answerProblem(c, { code: 'cross_site' })
})
