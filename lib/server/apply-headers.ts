import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  newNonce,
  noncePlaceholder,
  PLACEHOLDER_HEADER,
  tokenPlaceholder,
} from '../platform/http/page-placeholder'
import { commonHeaders, policyOf, takesNonce, VARY } from '../platform/http/security-headers'

/**
 * The limits of node:http. A client this slow probably holds its connection on purpose; a slow telephone needs a few
 * seconds.
 */
export const SERVER_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
}

/**
 * Keeps our `Vary` values: Next overwrites the header, and knows nothing of languages. Its values are appended to ours.
 */
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
 * reads it. A request for the door's own copy (lib/server/page-cache/index.ts) gets the nonce's placeholder instead.
 * Returns the nonce; empty where no page is requested.
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
  // Even without a policy for Next, proxy.ts must see that the headers are set.
  headers['content-security-policy'] = policy ?? 'said'
  return nonce
}
