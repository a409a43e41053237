import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { BodyLimit } from './body-size'
import { type Outcome, refusal, success } from './problem-codes'
import { answerProblem } from './problem-response'

const announced = (c: Context) => {
  const length = c.req.header('content-length')
  return length === undefined || c.req.header('transfer-encoding') ? undefined : Number(length)
}

/**
 * Refuses a body of more bytes than `most` lets its address have. A length that is announced is all there is to look
 * at: hono's own limit opens every body as a stream first, which costs more than all else that is done for a ballot.
 */
export function limitBody(most: (path: string) => number): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const maxSize = most(c.req.path)
    const length = announced(c)
    if (length === undefined) {
      const onError = (of: Context) => answerProblem(of, { code: 'body_too_large' })
      return bodyLimit({ maxSize, onError })(c, next)
    }
    return length > maxSize ? answerProblem(c, { code: 'body_too_large' }) : next()
  }
}

/** The body as text, refused unread (`body_too_large`) when it is announced as longer than the limit. */
export async function readText(c: Context, { bytes }: Pick<BodyLimit, 'bytes'>): Promise<Outcome<string>> {
  if ((announced(c) ?? 0) > bytes) return refusal('body_too_large')
  const text = await c.req.text()
  return text.length > bytes ? refusal('body_too_large') : success(text)
}
