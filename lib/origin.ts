import { createMiddleware } from 'hono/factory'
import { env } from './env'
import { answerProblem } from './problems'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

/**
 * Refuses a change that a browser sends for a page of another site. Browsers say so in Sec-Fetch-Site and
 * Origin, which a page cannot forge; a client that sends neither is no browser and carries no one's cookie.
 */
export const refuseOtherSites = createMiddleware(async (c, next) => {
  if (SAFE.has(c.req.method)) return next()
  const site = c.req.header('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return next()
  const origin = c.req.header('origin')
  if (!origin && !site) return next()
  const own = origin && (origin === env().AVIS_ORIGIN || hostOf(origin) === c.req.header('host'))
  return own ? next() : answerProblem(c, { code: 'cross_site' })
})
