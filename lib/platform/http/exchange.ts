import type { IncomingHttpHeaders } from 'node:http'
import type { Context } from 'hono'
import { type CookieOptions, parse, serialize } from 'hono/utils/cookie'

/** The headers of a request, by their names in lower case. */
export type Headers = { header: (name: string) => string | undefined }

/** A request and the cookies of its answer: all that most code needs of HTTP, whatever library carries it. */
export interface Exchange extends Headers {
  /** Adds a cookie to the answer. */
  setCookie: (name: string, value: string, options: CookieOptions) => void
}

/** Returns the value of a request's cookie. */
export function cookieIn(exchange: Headers, name: string): string | undefined {
  const cookies = exchange.header('cookie')
  return cookies ? parse(cookies, name)[name] : undefined
}

/** What follows the value of a cookie, by options: those of the reader's cookie are the same object for every vote. */
const attributes = new WeakMap<CookieOptions, string>()

/** Returns the value of `Set-Cookie` as `serialize` does, with the attributes of the same options made once. */
function cookieLine(name: string, value: string, options: CookieOptions): string {
  let rest = attributes.get(options)
  if (rest === undefined) {
    const [, ...parts] = serialize(name, '', options).split('; ')
    rest = parts.map((part) => `; ${part}`).join('')
    attributes.set(options, rest)
  }
  return `${name}=${encodeURIComponent(value)}${rest}`
}

/** Returns the exchange of a request that Hono handles. */
export const honoExchange = (c: Context): Exchange => ({
  header: (name) => c.req.header(name),
  setCookie: (name, value, options) =>
    c.header('set-cookie', serialize(name, value, options), { append: true }),
})

/** A request of node:http that Hono does not see. It collects `cookies`; the code that writes the answer must send them. */
export class NodeExchange implements Exchange {
  readonly cookies: string[] = []

  constructor(private readonly headers: IncomingHttpHeaders) {}

  header(name: string): string | undefined {
    return this.headers[name]?.toString()
  }

  setCookie(name: string, value: string, options: CookieOptions) {
    this.cookies.push(cookieLine(name, value, options))
  }
}
