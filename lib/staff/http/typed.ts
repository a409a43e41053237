import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { cookieName } from '../../platform/http/cookie-names'
import { sealTyped, TYPED_COOKIE, type Typed } from '../cookies'

/**
 * Stores in a cookie, for the sign-in page, what was typed into it; undefined deletes it. It never contains the
 * password.
 */
export function keepTyped(c: Context, typed: Typed | undefined) {
  const { value, options } = sealTyped(typed)
  setCookie(c, cookieName(TYPED_COOKIE), value, options)
}
