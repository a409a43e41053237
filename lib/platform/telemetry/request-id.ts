import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

/** The header with a request's id. */
export const REQUEST_ID = 'x-request-id'
/** Matches an id that a proxy in front may have set. Anything else would put a stranger's text into our log. */
const NAMED = /^[\w.:-]{8,128}$/

type Carrier = Pick<IncomingMessage, 'headers'>

/**
 * Returns the id of this request, for the log and for support. It is the proxy's, or a new one created on first use. A
 * successful vote needs none.
 */
export function requestId({ headers }: Carrier): string {
  const given = headers[REQUEST_ID]
  if (typeof given === 'string' && NAMED.test(given)) return given
  const id = randomUUID()
  headers[REQUEST_ID] = id
  return id
}

/** Does the same for a handler of the API, with or without the front door. */
export function requestIdOf(c: Context): string {
  const incoming = (c.env as { incoming?: Carrier } | undefined)?.incoming
  return requestId(incoming ?? { headers: { [REQUEST_ID]: c.req.header(REQUEST_ID) } })
}
