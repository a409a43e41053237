import type { IncomingMessage, ServerResponse } from 'node:http'
import { oncePerProcess } from '../runtime/per-process'
import { commonHeaders, policyOf } from './security-headers'

/**
 * Answers `request` without the router and returns true, or returns false. What it cannot answer after all it passes on
 * by `takeLongWay`.
 */
export type ShortWay = (
  request: IncomingMessage,
  response: ServerResponse,
  takeLongWay: () => void,
) => boolean

/** Returns the headers of every answer of the API, as names and values in turn. */
export const commonHeaderList = () =>
  oncePerProcess('direct-headers', () => {
    const path = '/api/v1/'
    return [...commonHeaders(path).flat(), 'content-security-policy', policyOf(path, '') ?? '']
  })

const jsonHeaderList = () =>
  oncePerProcess('direct-json-headers', () => [
    ...commonHeaderList(),
    ...['cache-control', 'no-store', 'content-type', 'application/json'],
  ])

/** Sends JSON with the headers of the API's answers, written at once. `cookies` are values of `Set-Cookie`. */
export function sendJson(
  response: ServerResponse,
  status: number,
  text: string,
  cookies: readonly string[] = [],
) {
  const head = [...jsonHeaderList(), 'content-length', String(Buffer.byteLength(text))]
  for (const cookie of cookies) head.push('set-cookie', cookie)
  response.writeHead(status, head).end(text)
}
