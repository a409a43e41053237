import { env } from '../runtime/env'

/** Browsers accept such a cookie from this host alone, over HTTPS: no neighbouring domain can set it (RFC 6265bis). */
const HOST_PREFIX = '__Host-'

/** Returns whether the site is served over HTTPS. */
export const isSecure = () => env().AVIS_ORIGIN?.startsWith('https:') ?? false

/** Returns a cookie's name on this site, with the prefix over HTTPS. */
export const cookieName = (name: string) => (isSecure() ? HOST_PREFIX + name : name)

/** Returns the path of a cookie: `/` if its name requires that. */
export const cookiePath = (path: string) => (isSecure() ? '/' : path)

/** Reads a cookie with `get`, also under the name it had before the site used HTTPS or the prefix. */
export const readCookie = (get: (name: string) => string | undefined, name: string) =>
  get(cookieName(name)) ?? get(name)
