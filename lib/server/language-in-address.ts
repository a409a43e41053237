import { ownPath } from '../platform/http/safe-path'
import { takesNonce } from '../platform/http/security-headers'
import { addressedLanguage, inLanguage, type Locale } from '../platform/i18n/locale'
import { env } from '../platform/runtime/env'

type Header = (name: string) => string | undefined
type Asked = { method: string; address: string; header: Header }

/** Returns whether a browser renders the answer as a page, or inserts it into a page of ours. */
const isPage = ({ method, address, header }: Asked) =>
  (method === 'GET' || method === 'HEAD') &&
  takesNonce(address) &&
  (header('rsc') !== undefined || (header('accept') ?? '').includes('text/html'))

/**
 * Returns what the addresses of a request say about its language. `locale` goes into LANGUAGE_HEADER, whatever its
 * sender wrote there. `to` is set where a page is requested from one whose address names a language. It is the
 * requested address in that language.
 */
export function languageInAddress(asked: Asked): { locale: Locale | undefined; to: string | undefined } {
  const { locale, kept } = addressedLanguage({
    address: asked.address,
    referer: asked.header('referer'),
    // Every vote calls this: the setting is read only when the referring page named a language.
    hosts: () => {
      const { AVIS_ORIGIN: origin } = env()
      return [asked.header('host'), origin && new URL(origin).host]
    },
  })
  const path = kept && isPage(asked) ? ownPath(asked.address) : undefined
  return { locale, to: path && locale && inLanguage(path, locale) }
}
