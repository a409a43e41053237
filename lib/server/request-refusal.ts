import type { IncomingMessage } from 'node:http'
import { OTHER } from '../platform/telemetry/route-names'

/** What Avis answers at all, each route some of it. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
export const ALLOW = [...METHODS].join(', ')
/** Clients that could speak HTTP/2 ask for it this way, and speak HTTP/1.1 when they are not answered. */
const HTTP_2 = 'h2c'

export type RequestRefusal = { status: 400 | 404 | 405; text: string; allow?: string }

const BAD_ADDRESS: RequestRefusal = { status: 400, text: 'Bad address\n' }
const NO_UPGRADE: RequestRefusal = { status: 400, text: 'This connection cannot be upgraded\n' }
const NO_METHOD: RequestRefusal = { status: 405, text: 'Unknown method\n', allow: ALLOW }
const NO_ACTION: RequestRefusal = { status: 405, text: 'Nothing to send here\n', allow: 'GET, HEAD' }
const NO_FORM: RequestRefusal = { ...NO_ACTION, allow: 'GET, HEAD, POST' }
const NOWHERE: RequestRefusal = { status: 404, text: 'Not found\n' }

/** Whether `url` names a path here: `*` and whole addresses are for servers in general and for proxies. */
function isReadable(url: string): boolean {
  if (!url.startsWith('/')) return false
  if (!url.includes('%')) return true
  try {
    return !decodeURIComponent(url.split('?')[0] ?? '').includes('\0')
  } catch {
    return false
  }
}

/** Pages that Next has for itself: the one for its own failure answers 500. */
const OF_NEXT = /^\/_(?!next\/)/

/** Why no route is to look at this request; undefined where one may. Costs the usual request a few comparisons. */
export function refusalOf({ method = '', url = '', headers }: IncomingMessage): RequestRefusal | undefined {
  if (!METHODS.has(method)) return NO_METHOD
  if (!isReadable(url)) return BAD_ADDRESS
  if (OF_NEXT.test(url)) return NOWHERE
  const { upgrade } = headers
  return upgrade !== undefined && upgrade.toLowerCase() !== HTTP_2 ? NO_UPGRADE : undefined
}

/** What of a request Next may not see, for a file of which it asks a part or a state answers 500 with it. */
const OF_FILES = ['range', 'if-range', 'if-match', 'if-unmodified-since']

/**
 * Why a page or a file of Next's is not to look at this request, whose headers lose what Next cannot answer. Pages are
 * asked for, or sent a server action; Next answers 500 to any other method of a file.
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
