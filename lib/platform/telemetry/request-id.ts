import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

export const REQUEST_ID = 'x-request-id'
/** What a proxy in front may have named a request; anything else would be somebody's text in our log. */
const NAMED = /^[\w.:-]{8,128}$/

type Carrier = Pick<IncomingMessage, 'headers'>

/**
 * Returns the id of this request, for the log and for support: the proxy's, or a new one made on first use. A
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
