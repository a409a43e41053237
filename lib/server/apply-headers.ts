import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  newNonce,
  noncePlaceholder,
  PLACEHOLDER_HEADER,
  tokenPlaceholder,
} from '../platform/http/page-placeholder'
import { commonHeaders, policyOf, takesNonce, VARY } from '../platform/http/security-headers'

/** Of node:http: a client this slow probably holds its place on purpose; a slow telephone needs a few seconds. */
export const SERVER_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
}

/** Next says anew what a page varies by, and knows nothing of languages: what it says is added to that. */
function keepVary(response: ServerResponse) {
  const { setHeader } = response
  response.setHeader = (name, value) => {
    const whole = name.toLowerCase() !== 'vary' || String(value).includes(VARY)
    return setHeader.call(response, name, whole ? value : `${VARY}, ${value}`)
  }
  response.setHeader('vary', VARY)
}

const nonceFor = (mark: string | string[] | undefined) =>
  mark === tokenPlaceholder() ? noncePlaceholder() : newNonce()

/**
 * Sets the headers that every answer carries. A page's nonce goes to Next in the policy itself, which is where Next
 * looks for it; with the mark of the door's own copy (lib/server/page-cache/index.ts), the mark of its nonce does.
 * Returns the nonce, empty where no page is asked for.
 */
export function applySecurityHeaders(
  { headers, url = '' }: IncomingMessage,
  response: ServerResponse,
): string {
  const nonce = takesNonce(url) ? nonceFor(headers[PLACEHOLDER_HEADER]) : ''
  const policy = policyOf(url, nonce)
  for (const [name, value] of commonHeaders(url)) response.setHeader(name, value)
  if (policy) response.setHeader('content-security-policy', policy)
  if (nonce) keepVary(response)
  // Where Next is not to look for one, proxy.ts still has to see that all is said.
  headers['content-security-policy'] = policy ?? 'said'
  return nonce
}
