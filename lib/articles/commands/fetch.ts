import { lookup as resolve } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { type Outcome, type ProblemCode, refusal, success } from '../../platform/http/problem-codes'
import { env } from '../../platform/runtime/env'
import { PAGE_BYTES } from '../rules/addresses/limits'
import { isPublicAddress } from '../rules/addresses/public-address'
import { type Content, contentOf } from './content'
import { refusedAnswer } from './refused-answer'
import { TooLarge, Unreadable } from './unpack'

/** Milliseconds for the whole fetch, redirects included: no editor waits longer. */
const TIMEOUT_MS = 10_000
const MAX_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const AGENT = 'Avis (reader consultations; fetches one article at an editor’s request)'.replace('’', "'")

class FetchRefusal extends Error {
  constructor(readonly problem: ProblemCode) {
    super(problem)
  }
}

/** What a server said of a feed's version; sent back to it, so that it answers only when the feed changed. */
export type Validators = { etag?: string | undefined; lastModified?: string | undefined }
/** A page that was fetched: its final address, its content type and its text. */
export type Page = { url: string } & Content & Partial<FeedAnswer>
/** What only readers of feeds need of an answer. */
type FeedAnswer = Validators & {
  /** The address after the permanent redirects with which the way there began; absent without one. */
  movedTo: string
  /** The server answered that nothing changed: there is no text. */
  unchanged: boolean
}
type Allowed = (address: string) => boolean
type FetchOptions = {
  /** Returns whether an address may be connected to. */
  allowed?: Allowed
  /** The allowed ports; AVIS_FETCH_PORTS by default. */
  ports?: readonly number[]
  /** The sites that are read on any address and port; AVIS_FETCH_ORIGINS by default. */
  origins?: readonly string[]
  /** Milliseconds for the whole fetch. */
  timeout?: number
  /** The page is expected to be a feed; its version seen last, if any. */
  feed?: Validators
}
type Limits = { allowed: Allowed; ports: readonly number[]; origins: readonly string[] }
/** The default ports of both protocols. */
const PORTS: Record<string, number> = { 'http:': 80, 'https:': 443 }

/**
 * Resolves a name and refuses it if any of its addresses is outside the public internet. The connection uses one of
 * these addresses, so a second lookup cannot return another.
 */
const lookupAllowed =
  (allowed: Allowed): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return done(error ?? new FetchRefusal('page_not_found'), [])
      if (!addresses.every(({ address }) => allowed(address)))
        return done(new FetchRefusal('address_not_public'), [])
      if (options.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }

function checkedUrl(given: string, { allowed, ports, origins }: Limits): URL {
  if (!URL.canParse(given)) throw new FetchRefusal('address_not_valid')
  const url = new URL(given)
  if (!/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new FetchRefusal('address_not_valid')
  if (origins.includes(url.origin)) return url
  // An address written as numbers is never looked up.
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (/^[\d.]+$|:/.test(literal) && !allowed(literal)) throw new FetchRefusal('address_not_public')
  if (!ports.includes(Number(url.port) || (PORTS[url.protocol] ?? 0)))
    throw new FetchRefusal('port_not_allowed')
  return url
}

const ACCEPT_PAGE = 'text/html,application/xhtml+xml,text/plain;q=0.8'
const ACCEPT_FEED =
  'application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,text/html;q=0.5,*/*;q=0.1'

/** Returns the headers of a request. */
function headersOf(feed: Validators | undefined): http.OutgoingHttpHeaders {
  return {
    'user-agent': AGENT,
    accept: feed ? ACCEPT_FEED : ACCEPT_PAGE,
    ...(feed?.etag && { 'if-none-match': feed.etag }),
    ...(feed?.lastModified && { 'if-modified-since': feed.lastModified }),
  }
}

type Sent = { signal: AbortSignal; headers: http.OutgoingHttpHeaders }

function request(url: URL, limits: Limits, { signal, headers }: Sent): Promise<http.IncomingMessage> {
  const allowed = limits.origins.includes(url.origin) ? () => true : limits.allowed
  return new Promise((answer, reject) => {
    const { get } = url.protocol === 'https:' ? https : http
    const asked = get(url, { signal, headers, agent: false, lookup: lookupAllowed(allowed) }, answer)
    asked.once('error', reject)
    // Whatever led there: nothing is read from an address that is not allowed.
    asked.once('socket', (socket) =>
      socket.once('connect', () => {
        if (!allowed(socket.remoteAddress ?? '')) asked.destroy(new FetchRefusal('address_not_public'))
      }),
    )
  })
}

/** Redirects that hold for good: who follows one asks at the new address from then on (RFC 9110, 15.4). */
const PERMANENT = new Set([301, 308])
/** Maximum characters of a validator; a longer one is not worth its place. */
const VALIDATOR_LENGTH = 500

/** Returns what a feed's reader remembers of an answer. */
function feedAnswer({ statusCode, headers }: http.IncomingMessage, movedTo: string | undefined) {
  const short = (value: string | undefined) => (value && value.length <= VALIDATOR_LENGTH ? value : undefined)
  const [etag, lastModified] = [short(headers.etag), short(headers['last-modified'])]
  return {
    ...(movedTo && { movedTo }),
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
    ...(statusCode === 304 && { unchanged: true }),
  }
}

/** Resolves to the first answer that is no redirect, with its address. */
async function follow(given: string, limits: Limits, sent: Sent) {
  let url = checkedUrl(given, limits)
  let movedTo: string | undefined
  let permanent = true
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await request(url, limits, sent)
    const { statusCode = 0, headers } = response
    if (!REDIRECTS.has(statusCode) || !headers.location) return { url, response, movedTo }
    response.destroy()
    url = checkedUrl(new URL(headers.location, url).href, limits)
    // After a temporary redirect, a permanent one is no news of the first address.
    permanent &&= PERMANENT.has(statusCode)
    if (permanent) movedTo = url.href
  }
  throw new FetchRefusal('page_not_found')
}

/**
 * Fetches a public web page for an editor, or a feed. It accepts only http and https on ordinary ports. Every address,
 * also of every redirect, is checked after the name is resolved; the newsroom's own `origins` are not. The limits are
 * 5 MB and 10 s. A failure is a problem with a sentence of its own, and with the pause that the site asks for, if any.
 */
export async function fetchPage(
  given: string,
  {
    allowed = isPublicAddress,
    ports = env().AVIS_FETCH_PORTS,
    origins = env().AVIS_FETCH_ORIGINS,
    timeout = TIMEOUT_MS,
    feed,
  }: FetchOptions = {},
): Promise<Outcome<Page>> {
  const signal = AbortSignal.timeout(timeout)
  try {
    const limits = { allowed, ports, origins }
    const { url, response, movedTo } = await follow(given.trim(), limits, {
      signal,
      headers: headersOf(feed),
    })
    const { statusCode } = response
    const page = { url: url.href, ...(feed && feedAnswer(response, movedTo)) }
    if (feed && statusCode === 304) {
      response.destroy()
      return success({ ...page, type: '', body: '' })
    }
    if (statusCode !== 200) return { ok: false, problem: await refusedAnswer(response, url.href) }
    return success({ ...page, ...(await contentOf(response, Boolean(feed), PAGE_BYTES)) })
  } catch (error) {
    if (error instanceof FetchRefusal) return refusal(error.problem)
    if (error instanceof TooLarge) return refusal('page_too_large')
    if (error instanceof Unreadable) return refusal('page_not_text')
    return refusal(signal.aborted ? 'page_too_slow' : 'page_not_found')
  }
}
