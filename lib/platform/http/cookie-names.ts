import { env } from '../runtime/env'

/** A browser takes such a cookie from this host alone, over HTTPS: no neighbour domain can set it (RFC 6265bis). */
const HOST_PREFIX = '__Host-'

/** Whether the site is read over HTTPS. */
export const isSecure = () => env().AVIS_ORIGIN?.startsWith('https:') ?? false

/** Returns a cookie's name on this site, with the prefix over HTTPS. */
export const cookieName = (name: string) => (isSecure() ? HOST_PREFIX + name : name)

/** Returns the path of a cookie: `/` if its name requires that. */
export const cookiePath = (path: string) => (isSecure() ? '/' : path)

/** Reads a cookie with `get`, also under its name from before HTTPS or the prefix. */
export const readCookie = (get: (name: string) => string | undefined, name: string) =>
  get(cookieName(name)) ?? get(name)
