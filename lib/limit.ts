import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { answerProblem } from './problems'

/**
 * Refuses a body of more than `maxSize` bytes. A length that is announced is all there is to look at: hono's own
 * limit opens every body as a stream first, which costs more than all else that is done for a ballot.
 */
export function limitBody(maxSize: number): MiddlewareHandler {
  const counted = bodyLimit({ maxSize, onError: (c) => answerProblem(c, { code: 'body_too_large' }) })
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const length = c.req.header('content-length')
    if (length === undefined || c.req.header('transfer-encoding')) return counted(c, next)
    return Number(length) > maxSize ? answerProblem(c, { code: 'body_too_large' }) : next()
  }
}
