import { anyOf } from '../../languages'
import { plain } from '../reading/plain'

/** What stands before an article, or ends it early. */
export type Wall = 'consent' | 'robot' | 'subscription'

/** A page as it was read. */
export type ReadPage = {
  /** The title and all words of the page. */
  whole: string
  /** Its words without menus, and without the head, foot and margins of the page; all of them by default. */
  inside?: string
  /** The text that was taken for the article. */
  text: string
}

/** Characters of a text that may be a wall alone; a longer one is an article, or its beginning. */
const SHORT = 1_200
/** Lines at the end of an article among which a wall cuts it off. */
const LAST_LINES = 6
/** Maximum characters of a page that holds a wall and nothing else. */
const BARE_PAGE = 3_000
/** Maximum characters of a page that are matched. */
const MAX_READ = 10 * BARE_PAGE

const CONSENT = new RegExp(`\\b${anyOf(({ walls }) => walls.consent)}`)
const ROBOT = new RegExp(`\\b${anyOf(({ walls }) => walls.robot)}`)
const SUBSCRIPTION = new RegExp(`\\b${anyOf(({ walls }) => walls.subscription)}`)

/** Maximum characters of a line that is matched: a wall says its name at once. */
const LINE_LENGTH = 400
const somewhere = (pattern: RegExp, lines: string[]) =>
  lines.some((line) => pattern.test(line.slice(0, LINE_LENGTH)))
const linesIn = (text: string) => plain(text).split('\n').filter(Boolean)

/**
 * Returns the wall that a page shows in place of its article, or after the article's beginning. Banners and labels on
 * a page with a whole article are none.
 */
export function wallOf({ whole, inside = whole, text }: ReadPage): Wall | undefined {
  const last = text.split('\n').filter(Boolean).slice(-LAST_LINES)
  const ends = last.flatMap((line) => [line, line.slice(-LINE_LENGTH)])
  if (somewhere(SUBSCRIPTION, ends.map(plain))) return 'subscription'
  if (text.length >= SHORT) return undefined
  const article = linesIn(text)
  const page = linesIn(whole.slice(0, MAX_READ))
  const alone = whole.length < BARE_PAGE ? page : article
  if (somewhere(ROBOT, alone)) return 'robot'
  // Every page of a site may offer a subscription in its head.
  if (somewhere(SUBSCRIPTION, linesIn(inside.slice(0, MAX_READ)))) return 'subscription'
  return somewhere(CONSENT, article.length > 0 ? article : page) ? 'consent' : undefined
}

/** Returns the wall that a short pasted text is, with nothing of an article that closes with questions. */
export const bareWallOf = (text: string): Wall | undefined =>
  text.length < SHORT ? wallOf({ whole: text, text }) : undefined
