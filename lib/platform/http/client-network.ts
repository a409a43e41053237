import type { Context } from 'hono'
import { env } from '../runtime/env'
import { clientNetwork } from './client-address'

/** Returns the network of a request, as far as trusted proxies tell; undefined otherwise. */
export const networkOfRequest = (c: Context): string | undefined =>
  clientNetwork(c.req.header('x-forwarded-for'), env().AVIS_PROXY_HOPS)

/** Whether somebody passed a request on though no proxy of ours is known: then its address may be that of many. */
export const isShared = (c: Context): boolean =>
  env().AVIS_PROXY_HOPS === 0 &&
  (c.req.header('forwarded') !== undefined || (c.req.header('x-forwarded-for') ?? '').includes(','))
