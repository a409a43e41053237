import type { IncomingMessage } from 'node:http'
import { OTHER } from '../platform/telemetry/route-names'

/** The methods that Avis answers at all; each route answers some of them. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** The value of the header `Allow` for all of them. */
export const ALLOW = [...METHODS].join(', ')
/**
 * The token with which clients that could speak HTTP/2 ask for it. They speak HTTP/1.1 when the upgrade is not
 * answered.
 */
const HTTP_2 = 'h2c'

/** The plain answer to a request that no route may handle. */
export type RequestRefusal = { status: 400 | 404 | 405; text: string; allow?: string }

const BAD_ADDRESS: RequestRefusal = { status: 400, text: 'Bad address\n' }
const NO_UPGRADE: RequestRefusal = { status: 400, text: 'This connection cannot be upgraded\n' }
const NO_METHOD: RequestRefusal = { status: 405, text: 'Unknown method\n', allow: ALLOW }
const NO_ACTION: RequestRefusal = { status: 405, text: 'Nothing to send here\n', allow: 'GET, HEAD' }
const NO_FORM: RequestRefusal = { ...NO_ACTION, allow: 'GET, HEAD, POST' }
const NOWHERE: RequestRefusal = { status: 404, text: 'Not found\n' }

/** Returns whether `url` names a path here: `*` and absolute addresses are for servers in general and for proxies. */
function isReadable(url: string): boolean {
  if (!url.startsWith('/')) return false
  if (!url.includes('%')) return true
  try {
    return !decodeURIComponent(url.split('?')[0] ?? '').includes('\0')
  } catch {
    return false
  }
}

/** Matches Next's internal pages: the one for its own failure answers 500. */
const OF_NEXT = /^\/_(?!next\/)/

/**
 * Returns why no route may handle this request; undefined where one may. It costs the usual request a few comparisons.
 */
export function refusalOf({ method = '', url = '', headers }: IncomingMessage): RequestRefusal | undefined {
  if (!METHODS.has(method)) return NO_METHOD
  if (!isReadable(url)) return BAD_ADDRESS
  if (OF_NEXT.test(url)) return NOWHERE
  const { upgrade } = headers
  return upgrade !== undefined && upgrade.toLowerCase() !== HTTP_2 ? NO_UPGRADE : undefined
}

/** The headers that Next may not receive: for a file whose part or state they request, it answers 500. */
const OF_FILES = ['range', 'if-range', 'if-match', 'if-unmodified-since']

/**
 * Returns why no page or file of Next's may handle this request. Deletes the headers that Next cannot answer. Pages
 * accept reads and server actions; for a file, Next answers 500 to any other method.
 */
export function pageRefusalOf(
  { method = '', headers }: IncomingMessage,
  route: string,
): RequestRefusal | undefined {
  for (const name of OF_FILES) if (headers[name] !== undefined) delete headers[name]
  if (method === 'GET' || method === 'HEAD') return undefined
  if (route === OTHER || route.startsWith('/_next/')) return NO_ACTION
  return method === 'POST' ? undefined : NO_FORM
}
