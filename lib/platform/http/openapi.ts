import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problemBody } from './problem-response'

/** A JSON answer, for the API's description. */
export const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
})

/** An RFC 9457 answer, described by the codes it can carry. */
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemBody } },
})

/** Answers with JSON that is text already. */
export const jsonText = (c: Context, text: string, status: 200 | 201 = 200) =>
  c.body(text, status, { 'content-type': 'application/json' })
