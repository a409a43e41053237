/**
 * The kinds of page that lead readers here. The page itself is never stored. Order and letters must stay: tokens carry
 * them.
 */
const LETTERS = { article: 'a', here: 'h', search: 's', social: 'c', other: 'o', none: 'n' } as const

/** The kind of page that led a reader here. */
export type Source = keyof typeof LETTERS
/** Every source, in the order of the letters. */
export const SOURCES = Object.keys(LETTERS) as Source[]

/** Returns the letter of a source, as tokens carry it. */
export const letterOf = (source: Source): string => LETTERS[source]
/** Returns the source of a letter, if there is one. */
export const sourceOfLetter = (letter: string): Source | undefined =>
  SOURCES.find((source) => LETTERS[source] === letter)

/** Matches hosts of search engines and social sites in any country: google.fr, news.google.com. */
const SEARCH = /(?:^|\.)(?:google|bing|duckduckgo|qwant|ecosia|yahoo|startpage|lilo|yandex|baidu)\./
const SOCIAL =
  /(?:^|\.)(?:(?:facebook|instagram|twitter|x|linkedin|reddit|tiktok|pinterest|youtube|whatsapp|discord)\.com|threads\.(?:com|net)|fb\.me|t\.co|lnkd\.in|youtu\.be|t\.me|telegram\.org|bsky\.app|mastodon\.social)$/

const hostOf = (address: string | null | undefined): string | undefined =>
  address && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : undefined

const EMBED = /^https?:\/\/[^/]+\/embed\//

/**
 * Returns the class of `referrer`. It is `article` for the publisher's own site and `here` for another page of Avis. It
 * is `none` when the browser or an app sent none.
 */
export function sourceOf(
  referrer: string | null | undefined,
  { own, article }: { own: string | undefined; article: string | undefined },
): Source {
  const host = hostOf(referrer)
  if (!host) return 'none'
  // A frame of ours is in the publisher's page: a reader who follows its link was reading there.
  if (host === hostOf(own)) return EMBED.test(referrer ?? '') ? 'article' : 'here'
  if (host === hostOf(article)) return 'article'
  if (SEARCH.test(host)) return 'search'
  return SOCIAL.test(host) ? 'social' : 'other'
}
