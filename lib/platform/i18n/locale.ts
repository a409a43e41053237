/** The languages of the site. */
export const locales = ['fr', 'en'] as const
/** One of these languages. */
export type Locale = (typeof locales)[number]

/** The query parameter that names a page's language, for links from elsewhere. */
export const LANGUAGE_PARAMETER = 'langue'
/** The path that receives a reader's choice of language (lib/readers/http.ts). */
export const LANGUAGE_PATH = '/api/v1/language'
/** The cookie of a reader's choice. It holds only a language, and only that choice sets it. */
export const LANGUAGE_COOKIE = 'avis_langue'
/** The header in which the front door, or else proxy.ts, passes on the address's language. */
export const LANGUAGE_HEADER = 'x-avis-langue'

type Header = (name: string) => string | null | undefined

/** Returns our locale for a language tag: «en-GB» is English. */
export const localeOf = (tag: string): Locale => (tag.startsWith('en') ? 'en' : 'fr')

const asLocale = (given: string | null | undefined) => locales.find((locale) => locale === given)

/** Returns which of our languages an Accept-Language header prefers: French unless English comes first. */
export function preferredLocale(header: string | undefined): Locale {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase())
      const quality = parameters.find((one) => one.startsWith('q='))?.slice('q='.length)
      return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const found = ranked.find(({ language }) => locales.some((locale) => locale === language))
  return asLocale(found?.language) ?? 'fr'
}

const chosen = (name: string) => new RegExp(`(?:^|;\\s*)${name}=(\\w*)`)
/** The cookie's name over HTTPS first, then its name elsewhere (lib/platform/http/cookie-names.ts). */
const CHOSEN = [chosen(`__Host-${LANGUAGE_COOKIE}`), chosen(LANGUAGE_COOKIE)]
const choiceIn = (cookies: string) =>
  CHOSEN.map((name) => asLocale(name.exec(cookies)?.[1])).find((locale) => locale !== undefined)

/** Returns the language of an answer: the address's, else the reader's choice, else the browser's, else French. */
export const languageOf = (header: Header): Locale =>
  asLocale(header(LANGUAGE_HEADER)) ??
  choiceIn(header('cookie') ?? '') ??
  preferredLocale(header('accept-language') ?? undefined)

/** Returns the language that an address names, if it is one of ours. */
export function languageOfAddress(address: string): Locale | undefined {
  const start = address.indexOf('?')
  if (start < 0 || !address.includes(LANGUAGE_PARAMETER, start)) return undefined
  return asLocale(new URLSearchParams(address.slice(start).split('#')[0]).get(LANGUAGE_PARAMETER))
}

/** Returns `address`, a path with its query, in `locale`. */
export function inLanguage(address: string, locale: Locale): string {
  const [path = '', query = ''] = address.split(/\?(.*)/s)
  const given = new URLSearchParams(query)
  given.set(LANGUAGE_PARAMETER, locale)
  return `${path}?${given}`
}

/**
 * Returns a public page's addresses in each language, for search engines. An address without a language is in that of
 * the visitor.
 */
export const alternates = (path: string) => ({
  languages: {
    ...Object.fromEntries(locales.map((locale) => [locale, inLanguage(path, locale)])),
    'x-default': path,
  },
})

/**
 * Returns the `robots` setting of a page with a form: indexed only while no question is asked of it. Its answer is for
 * one reader.
 */
export const unlessAsked = (given: Record<string, unknown>) => ({
  index: Object.keys(given).every((name) => name === LANGUAGE_PARAMETER),
})

type Asked = { address: string; referer: string | null | undefined; hosts: () => (string | undefined)[] }

/**
 * Returns the language that the addresses of a request name: its own, else the linking page's. The latter must be ours
 * (on one of `hosts`). `kept` is set in the second case: the page then redirects to an address that names the language
 * itself.
 */
export function addressedLanguage({ address, referer, hosts }: Asked): { locale?: Locale; kept?: true } {
  const own = languageOfAddress(address)
  if (own) return { locale: own }
  const before = referer ? languageOfAddress(referer) : undefined
  if (!before || !referer || !URL.canParse(referer) || !hosts().includes(new URL(referer).host)) return {}
  return { locale: before, kept: true }
}
