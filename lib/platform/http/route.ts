import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context, Env } from 'hono'
import { type BodyLimit, SMALL_BODY } from './body-size'
import { type Outcome, PROBLEM_STATUS, type ProblemCode, refusal, success } from './problem-codes'
import { fieldProblems } from './problem-response'
import { type Body, readBody } from './read-body'

/** `/surveys/{slug}` as Hono writes it. */
type Pattern<P extends string> = P extends `${infer Before}{${infer Name}}${infer After}`
  ? `${Before}:${Name}${Pattern<After>}`
  : P

type Answer = { description: string; content?: Record<string, { schema?: z.ZodType }> }

/** A code with which the route refuses, and, after a colon, what a client has to know about it. */
export type Refusal = ProblemCode | `${ProblemCode}: ${string}`

type RequestBody<B extends z.ZodType> = {
  schema: B
  /** Turns a posted form into what `schema` reads; without it the route accepts no form. */
  form?: (form: URLSearchParams) => unknown
  /** The form's own fields, where they differ from those of `schema`. */
  fields?: z.ZodType
  limit?: BodyLimit
}

/** The description of a route. The handler reads a request by these schemas, and the document shows the same ones. */
export type Route<P extends string, Q extends z.ZodObject, B extends z.ZodType> = {
  method: 'get' | 'post' | 'delete'
  path: P
  summary: string
  description?: string
  security?: Record<string, string[]>[]
  params?: z.ZodObject
  query?: Q
  headers?: z.ZodObject
  body?: RequestBody<B>
  /** A body that is read as text. */
  text?: z.ZodType
  answers: Record<number, Answer>
  refuses?: Refusal[]
}

type Reading<Q extends z.ZodObject, B extends z.ZodType> = {
  query: () => Outcome<z.output<Q>>
  /** Reads the body, up to `limit` where that depends on more than the route. */
  body: (limit?: BodyLimit) => Promise<Body<z.output<B>>>
}

type Handler<P extends string, Q extends z.ZodObject, B extends z.ZodType> = (
  c: Context<Env, Pattern<P>>,
  reading: Reading<Q, B>,
) => Response | Promise<Response>

const READING_A_BODY: Refusal[] = [
  'malformed_json',
  'too_many_fields',
  'unsupported_media_type',
  'invalid_request',
]
const CHANGING: Refusal[] = ['cross_site: a browser sent it for another site', 'body_too_large']

/** Returns the refusals of a route by status: its own, and those that its method and body imply. */
function refusedAnswers({ method, body, refuses = [] }: Route<string, z.ZodObject, z.ZodType>) {
  const all: Refusal[] = [
    ...refuses,
    ...(body ? READING_A_BODY : []),
    ...(method === 'get' ? [] : CHANGING),
    'database_unavailable: try again after Retry-After seconds',
  ]
  const known = new Map<ProblemCode, string>()
  for (const one of all) {
    const [code = '', remark] = one.split(/: (.*)/s)
    if (!known.has(code as ProblemCode)) known.set(code as ProblemCode, remark ? `${code} (${remark})` : code)
  }
  const statuses = new Set([...known.keys()].map((code) => PROBLEM_STATUS[code]))
  return Object.fromEntries(
    [...statuses].map((status) => {
      const codes = [...known.keys()].filter((code) => PROBLEM_STATUS[code] === status)
      const schema = {
        allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }],
      }
      const description = codes.map((code) => known.get(code)).join(', ')
      return [status, { description, content: { 'application/problem+json': { schema } } }]
    }),
  )
}

type Described = { description: string; content?: Record<string, object> }

/** Returns both merged: one entry for a status that has both an answer of its own and refusals. */
function mergedAnswers(answers: Record<string, Answer>, refused: Record<string, Described>) {
  const merged: Record<string, Described> = { ...answers }
  for (const [status, { description, content }] of Object.entries(refused)) {
    const own = merged[status]
    merged[status] = own
      ? { description: `${own.description}; ${description}`, content: { ...own.content, ...content } }
      : { description, ...(content && { content }) }
  }
  return merged
}

function bodyContent({ body, text }: Route<string, z.ZodObject, z.ZodType>) {
  if (text) return { 'text/plain': { schema: text } }
  if (!body) return undefined
  const form = body.form && { 'application/x-www-form-urlencoded': { schema: body.fields ?? body.schema } }
  return { 'application/json': { schema: body.schema }, ...form }
}

const noForm = () => ({})

/** Adds `route` to `routes` and to the document of the API. Every documented route is added here. */
export function addRoute<P extends string, Q extends z.ZodObject, B extends z.ZodType>(
  routes: OpenAPIHono,
  route: Route<P, Q, B>,
  handler: Handler<P, Q, B>,
) {
  const { method, path, summary, description, security, params, query, headers, body, answers } = route
  const content = bodyContent(route as Route<string, z.ZodObject, z.ZodType>)
  routes.openAPIRegistry.registerPath(
    createRoute({
      ...{ method, path, summary },
      ...(description && { description }),
      ...(security && { security }),
      request: {
        ...(params && { params }),
        ...(query && { query }),
        ...(headers && { headers }),
        ...(content && { body: { required: true, content } }),
      },
      responses: mergedAnswers(answers, refusedAnswers(route as Route<string, z.ZodObject, z.ZodType>)),
    }),
  )
  routes.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) =>
    handler(c as Context<Env, Pattern<P>>, {
      query: () => {
        if (!query) throw new Error(`${path} has no query`)
        const parsed = query.safeParse(c.req.query())
        return parsed.success ? success(parsed.data) : refusal('invalid_request', fieldProblems(parsed.error))
      },
      body: (limit = body?.limit ?? SMALL_BODY) => {
        if (!body) throw new Error(`${path} has no body`)
        return readBody(c, body.schema, body.form ?? noForm, limit)
      },
    }),
  )
}

/** Describes a JSON answer. */
export const json = (description: string, schema: z.ZodType): Answer => ({
  description,
  content: { 'application/json': { schema } },
})

/** Describes where a browser's form post is redirected. */
export const goesTo = (where: string) => ({ 303: { description: `${where}, for a form post of a browser` } })

/** Answers with JSON that is already text. */
export const jsonText = (c: Context, text: string, status: 200 | 201 = 200) =>
  c.body(text, status, { 'content-type': 'application/json' })
