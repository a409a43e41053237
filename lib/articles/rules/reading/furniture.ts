import { anyOf } from '../../languages'
import { COMMENTS as COMMENTS_ANYWHERE, META as META_ANYWHERE } from '../../languages/web'

/** Recognises what surrounds an article on its page, by the first words of a line (folded by `plain`). */

const RELATED = new RegExp(`^${anyOf(({ page }) => page.related)}`)
const COMMENTS = new RegExp(`^${anyOf(({ page }) => page.comments, COMMENTS_ANYWHERE)}`)
const META = new RegExp(`^${anyOf(({ page }) => page.meta, META_ANYWHERE)}`)

/** The kinds of page furniture. */
export type Furniture = 'related' | 'comments' | 'meta'

/** Returns the kind of page furniture that a line is, by its first words; undefined for the article's own text. */
export function furnitureOf(plainLine: string): Furniture | undefined {
  const line = plainLine.replace(/^[^\p{L}\p{N}#©(+]+/u, '').slice(0, 160)
  if (COMMENTS.test(line)) return 'comments'
  if (RELATED.test(line)) return 'related'
  if (META.test(line)) return 'meta'
  return undefined
}
