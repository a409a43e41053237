import type { IncomingHttpHeaders } from 'node:http'
import { env } from '../runtime/env'
import { oncePerProcess } from '../runtime/per-process'
import { log } from '../telemetry/log'

/** Matches this machine alone, in each spelling of HOST. */
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/

/** Returns the address to listen on: HOST, else this machine alone behind a proxy, else every interface. */
export const hostOf = (given: string | undefined, hops: number) =>
  given || (hops > 0 ? '127.0.0.1' : '0.0.0.0')

/** Returns the warning for the start where readers could forge their own address by bypassing the proxy. */
export function forgeable(host: string, hops: number): string | undefined {
  if (hops === 0 || LOOPBACK.test(host)) return undefined
  return `AVIS_PROXY_HOPS=${hops} believes what X-Forwarded-For says, and HOST=${host} lets others than the proxy reach this port: keep the port to the proxy, or set HOST=127.0.0.1.`
}

const UNDECLARED =
  'A request came with X-Forwarded-For or Forwarded while AVIS_PROXY_HOPS is 0: behind a proxy all readers count as one network. Set AVIS_PROXY_HOPS to the number of proxies.'

/** Logs once that a proxy seems to stand in front that the settings do not declare. */
export function noteProxy(headers: IncomingHttpHeaders) {
  if (headers['x-forwarded-for'] === undefined && headers.forwarded === undefined) return
  if (env().AVIS_PROXY_HOPS === 0) oncePerProcess('undeclared proxy', () => log().warn(UNDECLARED) ?? true)
}
