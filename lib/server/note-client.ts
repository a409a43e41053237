import type { IncomingMessage } from 'node:http'
import { appendPeerAddress } from '../platform/http/client-address'
import { noteProxy } from '../platform/http/listen-address'
import { LANGUAGE_HEADER } from '../platform/i18n/locale'
import { AHEAD_HEADER } from '../readers/rules/page-view'
import { languageRedirect } from './language-redirect'

/**
 * Writes into the headers of `request` what is known of its client, once for the API and for Next's pages, which read
 * nothing but headers: the address of its connection, that a page is fetched ahead or by HEAD, and the language that
 * addresses name. Whatever the client wrote there itself is overwritten or, as addresses are, appended to. Returns the
 * address in that language where the page goes on, if there is one.
 */
export function noteClient(request: IncomingMessage): string | undefined {
  const { url: address = '', method = '', headers } = request
  noteProxy(headers)
  appendPeerAddress(request)
  // Next does not tell its pages that nobody reads them: that is said as browsers say it.
  if (method === 'HEAD' || headers['next-router-prefetch']) headers[AHEAD_HEADER] = 'prefetch'
  const { locale, to } = languageRedirect({ method, address, header: (name) => headers[name]?.toString() })
  headers[LANGUAGE_HEADER] = locale ?? ''
  return to
}
