import type { Context } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { FIELD_CODES, type FieldProblem, PROBLEM_STATUS, type Problem, type ProblemCode } from './errors'
import { wantsPage } from './form-post'
import { type Locale, preferredLocale, translator } from './messages'

/** Seconds after which a refused client may try again. */
const RETRY_AFTER_SECONDS = 2

export const problemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]]),
    errors: z
      .array(
        z.object({
          code: z.enum(FIELD_CODES),
          path: z.array(z.union([z.string(), z.int()])),
          field: z.string().optional(),
          message: z.string(),
        }),
      )
      .optional(),
    /** When to try again; with a challenge solved (ALTCHA, in the header avis-proof), at once. */
    again: z
      .object({
        afterSeconds: z.int(),
        challenge: z.record(z.string(), z.unknown()).optional(),
        idempotencyKey: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'Problem' })

const FIELD_OF_ISSUE: Record<string, FieldProblem['code']> = {
  unrecognized_keys: 'unknown_field',
  too_big: 'out_of_range',
  too_small: 'out_of_range',
}

/** What a zod schema found wrong with a request, in our codes. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const code = FIELD_OF_ISSUE[issue.code] ?? 'wrong_type'
    const paths =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    return paths.map((path) => ({
      code,
      path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    }))
  })
}

/**
 * The same for a form posted without JavaScript: a page of a few words. It stands alone, for it also has to be
 * there when nothing else can be rendered.
 */
function problemPage(title: string, locale: Locale) {
  const words = translator(locale, 'failure')
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${words('formTitle')}</title>
      </head>
      <body style="font: 1.1rem/1.5 Georgia, serif; max-width: 38rem; margin: 3rem auto; padding: 0 1.2rem">
        <h1>${words('formTitle')}</h1>
        <p>${title}</p>
        <p>${words('formKept')}</p>
      </body>
    </html>`
}

/** The RFC 9457 answer to `problem`, in the reader's language. */
export function answerProblem(c: Context, problem: Problem) {
  const locale = preferredLocale(c.req.header('accept-language'))
  const sentences = translator(locale, 'problems')
  const status = PROBLEM_STATUS[problem.code]
  const body: Omit<z.infer<typeof problemBody>, 'again'> & Pick<Problem, 'again'> = {
    type: `urn:avis:problem:${problem.code}`,
    title: sentences(problem.code),
    status,
    code: problem.code,
    ...(problem.fields && {
      errors: problem.fields.map(({ values, ...field }) => ({
        ...field,
        message: sentences(`fields.${field.code}`, values),
      })),
    }),
    ...(problem.again && { again: problem.again }),
  }
  const after = problem.again?.afterSeconds ?? (status === 503 ? RETRY_AFTER_SECONDS : undefined)
  if (after !== undefined) c.header('retry-after', String(after))
  c.header('vary', 'accept-language')
  if (wantsPage(c)) return c.html(problemPage(body.title, locale), status)
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}
