import { env } from '../runtime/env'

/** A browser takes such a cookie from this host alone, over HTTPS: no neighbour domain can set it (RFC 6265bis). */
const HOST_PREFIX = '__Host-'

/** Whether the site is read over HTTPS. */
export const isSecure = () => env().AVIS_ORIGIN?.startsWith('https:') ?? false

/** What a cookie of ours is called here. */
export const cookieName = (name: string) => (isSecure() ? HOST_PREFIX + name : name)

/** The paths a cookie is sent to: all of them where its name asks for that. */
export const cookiePath = (path: string) => (isSecure() ? '/' : path)

/** A cookie of ours, by `get`; also under the name it had before the site was read over HTTPS, or before the prefix. */
export const readCookie = (get: (name: string) => string | undefined, name: string) =>
  get(cookieName(name)) ?? get(name)
