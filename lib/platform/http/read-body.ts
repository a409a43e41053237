import type { Context } from 'hono'
import type { z } from 'zod'
import { readText } from './body-limit'
import { type BodyLimit, hasMoreFields, hasMoreValues, SMALL_BODY } from './body-size'
import { contentType, isForm } from './content-type'
import { type Outcome, refusal, success } from './problem-codes'
import { fieldProblems } from './problem-response'

/** A request's body as it was read and checked. */
export type Body<T> = {
  /** The fields of a form as they came; empty for JSON. */
  fields: [string, string][]
  parsed: Outcome<T>
}

const refused = (problem: { ok: false } & Outcome<never>) => ({ fields: [], parsed: problem })

/**
 * Reads the request's body by `schema`: JSON, or a form that `readForm` turns into the same shape. A body larger than
 * `limit`, or with more parts, is refused before it is parsed.
 */
export async function readBody<S extends z.ZodType>(
  c: Context,
  schema: S,
  readForm: (form: URLSearchParams) => unknown,
  limit: BodyLimit = SMALL_BODY,
): Promise<Body<z.output<S>>> {
  const form = isForm(c.req)
  if (!form && contentType(c.req) !== 'application/json') return refused(refusal('unsupported_media_type'))
  const text = await readText(c, limit)
  if (!text.ok) return refused(text)
  return parseBody(text.value, { form, schema, readForm, parts: limit.parts })
}

type Parsing<S> = {
  /** Whether the body is a form; else it is JSON. */
  form: boolean
  schema: S
  readForm: (form: URLSearchParams) => unknown
  parts: number
}

/** Parses the text of a body, and checks it by its schema. One with more than `parts` is refused before that. */
export function parseBody<S extends z.ZodType>(
  text: string,
  { form, schema, readForm, parts }: Parsing<S>,
): Body<z.output<S>> {
  if (form) {
    if (hasMoreFields(text, parts)) return refused(refusal('too_many_fields'))
    const fields = new URLSearchParams(text)
    return { fields: [...fields], parsed: check(schema, readForm(fields)) }
  }
  if (hasMoreValues(text, parts)) return refused(refusal('too_many_fields'))
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return refused(refusal('malformed_json'))
    throw error
  }
  return { fields: [], parsed: check(schema, json) }
}

function check<S extends z.ZodType>(schema: S, value: unknown): Outcome<z.output<S>> {
  const parsed = schema.safeParse(value)
  return parsed.success ? success(parsed.data) : refusal('invalid_request', fieldProblems(parsed.error))
}
