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
 * Refuses a body of more bytes than `most` returns for its path. If a length is announced, only that is read. hono's
 * own limit first opens every body as a stream, which costs more than all other work on a ballot.
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

/**
 * Reads the body as text. A body of more than `bytes` is refused (`body_too_large`): unread where it announces that, else
 * once it is read.
 */
export async function readText(c: Context, { bytes }: Pick<BodyLimit, 'bytes'>): Promise<Outcome<string>> {
  const length = announced(c)
  if ((length ?? 0) > bytes) return refusal('body_too_large')
  const text = await c.req.text()
  // A body that announces its length has no more bytes than that.
  const isLonger = length === undefined && Buffer.byteLength(text) > bytes
  return isLonger ? refusal('body_too_large') : success(text)
}
