import { ownPath } from '../platform/http/safe-path'
import { takesNonce } from '../platform/http/security-headers'
import { addressedLanguage, inLanguage, type Locale } from '../platform/i18n/locale'
import { env } from '../platform/runtime/env'

type Header = (name: string) => string | undefined
type Asked = { method: string; address: string; header: Header }

/** What a reader's browser shows by itself, or puts into a page of ours. */
const isPage = ({ method, address, header }: Asked) =>
  (method === 'GET' || method === 'HEAD') &&
  takesNonce(address) &&
  (header('rsc') !== undefined || (header('accept') ?? '').includes('text/html'))

/**
 * What the addresses of a request say of its language, to be told in LANGUAGE_HEADER whatever its sender wrote there;
 * and `to`, where a page goes on that was asked for from one whose address names a language: under an address that does
 * so too.
 */
export function languageRedirect(asked: Asked): { locale: Locale | undefined; to: string | undefined } {
  const { locale, kept } = addressedLanguage({
    address: asked.address,
    referer: asked.header('referer'),
    // Every vote passes here: looked up when a page before it named a language.
    hosts: () => {
      const { AVIS_ORIGIN: origin } = env()
      return [asked.header('host'), origin && new URL(origin).host]
    },
  })
  const path = kept && isPage(asked) ? ownPath(asked.address) : undefined
  return { locale, to: path && locale && inLanguage(path, locale) }
}
