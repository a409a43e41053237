import type { IncomingMessage } from 'node:http'
import { appendPeerAddress } from '../platform/http/client-address'
import { noteProxy } from '../platform/http/listen-address'
import { LANGUAGE_HEADER } from '../platform/i18n/locale'
import { AHEAD_HEADER } from '../readers/rules/opened-by-person'
import { languageInAddress } from './language-in-address'

/**
 * Writes what is known of the client into the headers of `request`. It does so once, for the API and for Next's pages,
 * which read only headers. Written are its connection's address, the header of prefetched pages (also set for HEAD),
 * and the language that addresses name. What the client wrote there itself is overwritten; addresses are appended to
 * it. Returns the address in that language to which the page redirects, if there is one.
 */
export function writeClientHeaders(request: IncomingMessage): string | undefined {
  const { url: address = '', method = '', headers } = request
  noteProxy(headers)
  appendPeerAddress(request)
  // Next does not tell its pages that no reader will see them, so we set the header that browsers use for that.
  if (method === 'HEAD' || headers['next-router-prefetch']) headers[AHEAD_HEADER] = 'prefetch'
  const { locale, to } = languageInAddress({ method, address, header: (name) => headers[name]?.toString() })
  headers[LANGUAGE_HEADER] = locale ?? ''
  return to
}
