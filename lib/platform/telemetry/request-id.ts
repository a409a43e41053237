import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

export const REQUEST_ID = 'x-request-id'
/** What a proxy in front may have named a request; anything else would be somebody's text in our log. */
const NAMED = /^[\w.:-]{8,128}$/

type Carrier = Pick<IncomingMessage, 'headers'>

/**
 * The name of this request, for the log and for whoever asks about it: the proxy's, or a new one from the first time
 * on that somebody wants to know. A vote that goes well needs none.
 */
export function requestId({ headers }: Carrier): string {
  const given = headers[REQUEST_ID]
  if (typeof given === 'string' && NAMED.test(given)) return given
  const id = randomUUID()
  headers[REQUEST_ID] = id
  return id
}

/** The same for a handler of the API, by whichever door the request came. */
export function requestIdOf(c: Context): string {
  const incoming = (c.env as { incoming?: Carrier } | undefined)?.incoming
  return requestId(incoming ?? { headers: { [REQUEST_ID]: c.req.header(REQUEST_ID) } })
}
