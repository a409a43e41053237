import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { env } from '../runtime/env'
import { answerProblem } from './problem-response'

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Admits only requests with AVIS_METRICS_TOKEN as bearer token. Without such a setting it admits no request, not even
 * from this machine. Behind a proxy on the same machine every request comes from there.
 */
export const operatorsOnly: MiddlewareHandler = async (c, next) => {
  const token = env().AVIS_METRICS_TOKEN
  if (!token) return answerProblem(c, { code: 'not_found' })
  const [, given = ''] = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  if (!timingSafeEqual(digest(given), digest(token))) {
    c.header('www-authenticate', 'Bearer')
    return answerProblem(c, { code: 'sign_in_required' })
  }
  return next()
}
