import { headers } from 'next/headers'
import { env } from '../runtime/env'
import { originOf } from './site-origin'

/** Resolves to the origin at which this site is being used, for absolute addresses on a page of Next. */
export async function pageOrigin(): Promise<string> {
  // Before any setting is read: a build has none, and must keep none.
  const host = (await headers()).get('host')
  return originOf(env().AVIS_ORIGIN, host)
}
