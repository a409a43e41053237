/** Sends the consultation's page from the front door: rendered once, with each reader's own token inserted. */
import { get, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import { isIPv6, type Socket } from 'node:net'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { type Site, site } from '../../appearance/queries/site'
import { noteVisit } from '../../ballots/commands/visits'
import { noncePlaceholder, PLACEHOLDER_HEADER, tokenPlaceholder } from '../../platform/http/page-placeholder'
import { commonHeaders } from '../../platform/http/security-headers'
import { type Locale, languageOf } from '../../platform/i18n/locale'
import { env } from '../../platform/runtime/env'
import { log } from '../../platform/telemetry/log'
import { newFormToken } from '../../readers/rules/form-token'
import { isPageView } from '../../readers/rules/opened-by-person'
import { sourceOf } from '../../readers/rules/sources'
import { findSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { isSameForAll } from '../../surveys/rules/randomised'
import { type PageTemplate, templateOf } from './template'

/**
 * Limits the copies kept. A page in its two sizes takes about 60 KB. That is enough for the pages that readers open at
 * one time, and takes no more memory than a photo.
 */
const MAX_COPIES = 100
const RENDER_MS = 5_000
/**
 * The level of compression: a page takes a third of a millisecond, in a thread of its own. A better level takes longer
 * than it saves in transfer.
 */
const LEVEL = 4
const compressed = (page: string) => promisify(gzip)(page, { level: LEVEL })
const HTTP_PORT = 80

const PAGE = /^\/consultations\/([a-z0-9-]+)(?:\?langue=(?:fr|en))?$/
/** The headers with which Next requests parts of a page; the answer to them is not the page. */
const PARTS = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-action', PLACEHOLDER_HEADER]
/**
 * Matches our own cookies, those of sign-in and those of Next's drafts: their request belongs to one person. Other
 * cookies are ignored, and a language only selects one of two pages.
 */
const OWN_COOKIE =
  /(?:^|;\s*)(?:__(?:Host|Secure)-)?(?:avis_(?!langue=)|next-auth|__prerender_bypass=|__next_)/i
/** Matches headers of one connection, or of one answer. */
const NOT_COPIED = /^(?:connection|keep-alive|date|transfer-encoding|content-length|content-encoding)$/

/** The host and port at which this server reaches itself. */
export type Listening = { host: string; port: number }
type Copy = { template: PageTemplate; headers: OutgoingHttpHeaders }
type Asked = { path: string; host: string; locale: Locale }

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Returns the host for which a page is rendered when a client requests it at `host`. A client may set that header to
 * anything. The result is the host of `origin`. Without `origin` it is a loopback name of this machine, or the address
 * to which the client connected. Returns undefined for any other name. Such a page is rendered for that client alone,
 * since its links follow the client's claim.
 */
export function ownHost(
  host: string,
  { localAddress = '', localPort }: Pick<Socket, 'localAddress' | 'localPort'>,
  origin: string | undefined,
): string | undefined {
  const own = origin && new URL(origin).host
  if (own && host === own) return own
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/, '')
  const names = address ? [...LOOPBACK, isIPv6(address) ? `[${address}]` : address] : []
  const isHere = names.some((name) => host === (localPort === HTTP_PORT ? name : `${name}:${localPort}`))
  // A proxy that does not forward the name requests this address: it gets the page of the site's own name.
  return isHere ? (own ?? host) : undefined
}

/** Returns the slug when every reader would receive the same page but for its token; else undefined. */
export function cacheableSlug({ method, url = '', headers }: IncomingMessage): string | undefined {
  const slug = method === 'GET' ? PAGE.exec(url)?.[1] : undefined
  if (!slug || !headers.host || OWN_COOKIE.test(headers.cookie ?? '')) return undefined
  if (PARTS.some((name) => headers[name] !== undefined)) return undefined
  return isPageView((name) => headers[name]?.toString()) ? slug : undefined
}

/** Matches the pages of one consultation, known or not. */
const CONSULTATION = /^\/consultations\/([^/?]+)/

/**
 * Resolves to whether a request is for a page of a consultation that does not exist. Next takes twenty milliseconds to
 * find out, and an attacker can invent any number of addresses.
 */
export async function isUnknown({ method, url = '' }: IncomingMessage): Promise<boolean> {
  const slug = method === 'GET' || method === 'HEAD' ? CONSULTATION.exec(url)?.[1] : undefined
  if (slug === undefined) return false
  try {
    return !(await findSurvey(decodeURIComponent(slug)))
  } catch {
    // Where the database is unreachable, the page itself reports it.
    return false
  }
}

/** Answers 404. The text is replaced by a page where one is requested (lib/server/error-pages.ts). */
export function sendNotFound(response: ServerResponse): true {
  response.statusCode = 404
  response.setHeader('content-type', 'text/plain')
  response.end('Not found\n')
  return true
}

function render(listening: Listening, { path, host, locale }: Asked): Promise<Copy | undefined> {
  const mark = tokenPlaceholder()
  // The answer to each reader sets these headers itself.
  const said = new Set(['content-security-policy', ...commonHeaders(path).map(([name]) => name)])
  return new Promise((resolve, reject) => {
    const headers = {
      host,
      'accept-language': locale,
      'user-agent': 'Mozilla/5.0',
      [PLACEHOLDER_HEADER]: mark,
    }
    const asking = get({ ...listening, path, headers, timeout: RENDER_MS }, async (answer) => {
      try {
        const page = (await answer.setEncoding('utf8').toArray()).join('')
        const whole = answer.statusCode === 200 && !answer.headers['set-cookie']
        const template = whole ? templateOf(page, mark, noncePlaceholder()) : undefined
        const kept = Object.entries(answer.headers).filter(
          ([name]) => !NOT_COPIED.test(name) && !said.has(name),
        )
        resolve(template && { template, headers: Object.fromEntries(kept) })
      } catch (error) {
        reject(error)
      }
    })
    asking.on('timeout', () => asking.destroy(new Error('the page took too long')))
    asking.on('error', reject)
  })
}

/**
 * Returns a function that sends copies of the pages that `cacheableSlug` names, or 404; it resolves to whether it
 * answered. A copy belongs to one reading of its survey (findSurvey) and to one appearance of the site. So it is as old
 * as the survey's own copy may be, one second at most. Any change by an editor replaces it. A survey has at most six
 * copies for each host of ours (`ownHost`). So no client can evict other surveys' copies by requesting more.
 */
export function pageCache(listening: () => Listening) {
  const copies = new LRUCache<string, { survey: SurveyRecord; of: Site; copy: Promise<Copy | undefined> }>({
    max: MAX_COPIES,
  })

  function copyOf(survey: SurveyRecord, asked: Asked) {
    const key = `${asked.locale} ${asked.host} ${asked.path}`
    const known = copies.get(key)
    const of = site()
    if (known?.survey === survey && known.of === of) return known.copy
    const copy = render(listening(), asked).catch((error) => {
      log().warn({ err: error }, 'a page could not be copied')
      return undefined
    })
    copies.set(key, { survey, of, copy })
    return copy
  }

  return async (
    slug: string,
    nonce: string,
    { headers, url = '', socket }: IncomingMessage,
    response: ServerResponse,
  ) => {
    const host = ownHost(headers.host ?? '', socket, env().AVIS_ORIGIN)
    if (!host) return false
    const survey = await findSurvey(slug)
    if (!survey) return sendNotFound(response)
    if (survey.view.status !== 'open' || !isSameForAll(survey.view)) return false
    const copy = await copyOf(survey, {
      path: url,
      host,
      locale: languageOf((name) => headers[name]?.toString()),
    })
    if (!copy) return false
    const around = { own: env().AVIS_ORIGIN ?? `http://${host}`, article: survey.view.source.url }
    const source = sourceOf(headers.referer, around)
    const token = newFormToken({ issuedAt: Date.now(), source }, env().AVIS_SECRET)
    const zipped = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(
      headers['accept-encoding']?.toString() ?? '',
    )
    const page = copy.template(token, nonce)
    const body = zipped ? await compressed(page) : Buffer.from(page)
    response.writeHead(200, {
      ...copy.headers,
      ...(zipped && { 'content-encoding': 'gzip' }),
      'content-length': body.length,
    })
    response.end(body)
    noteVisit(survey.id, source, 'seen')
    return true
  }
}
