import type { Context } from 'hono'
import type { z } from 'zod'
import { type Outcome, refusal, success } from './errors'
import { contentType, isForm } from './form-post'
import { fieldProblems } from './problems'

export type Body<T> = {
  /** The fields of a form as they came; empty for JSON. */
  fields: [string, string][]
  parsed: Outcome<T>
}

/** The request's body by `schema`: JSON, or a form that `readForm` turns into the same shape. */
export async function readBody<S extends z.ZodType>(
  c: Context,
  schema: S,
  readForm: (form: URLSearchParams) => unknown,
): Promise<Body<z.output<S>>> {
  if (isForm(c)) {
    const form = new URLSearchParams(await c.req.text())
    return { fields: [...form], parsed: check(schema, readForm(form)) }
  }
  if (contentType(c) !== 'application/json') return { fields: [], parsed: refusal('unsupported_media_type') }
  let json: unknown
  try {
    json = JSON.parse(await c.req.text())
  } catch (error) {
    if (error instanceof SyntaxError) return { fields: [], parsed: refusal('malformed_json') }
    throw error
  }
  return { fields: [], parsed: check(schema, json) }
}

function check<S extends z.ZodType>(schema: S, value: unknown): Outcome<z.output<S>> {
  const parsed = schema.safeParse(value)
  return parsed.success ? success(parsed.data) : refusal('invalid_request', fieldProblems(parsed.error))
}
