import { headers } from 'next/headers'
import { env } from './env'
import { originOf } from './own-origin'

/** The address at which this site is being used, for whole addresses on a page of Next. */
export const pageOrigin = async (): Promise<string> =>
  originOf(env().AVIS_ORIGIN, (await headers()).get('host'))
