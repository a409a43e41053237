import type { Context } from 'hono'
import { z } from 'zod'
import type { Locale } from '../i18n/locale'
import { translator } from '../i18n/messages'
import { REQUEST_ID, requestIdOf } from '../telemetry/request-id'
import { barePage, barePolicy } from './bare-page'
import { clientRequest } from './client-request'
import {
  FIELD_CODES,
  type FieldProblem,
  MAX_FAULTS,
  PROBLEM_STATUS,
  type Problem,
  type ProblemCode,
} from './problem-codes'
import { VARY } from './security-headers'

/** Seconds after which a client refused with 503 may retry, where the problem names no time. */
const RETRY_AFTER_SECONDS = 2

/** The schema of a problem's JSON body. */
export const problemBody = z.object({
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
  /** When to retry; at once with a solved challenge (ALTCHA, in the header avis-proof). */
  again: z
    .object({
      afterSeconds: z.int(),
      challenge: z.record(z.string(), z.unknown()).optional(),
      idempotencyKey: z.string().optional(),
    })
    .optional(),
})

const FIELD_OF_ISSUE: Record<string, FieldProblem['code']> = {
  unrecognized_keys: 'unknown_field',
  too_big: 'out_of_range',
  too_small: 'out_of_range',
}

/** Returns the accepted values, where a schema lists them; else undefined. */
function choicesOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ')
  if (issue.code === 'invalid_union' && 'options' in issue) return issue.options?.map(String).join(', ')
  return undefined
}

/** Returns whether a required text is empty. */
const isEmpty = (issue: z.core.$ZodIssue) =>
  issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1

/** Returns the faults that a zod schema found in a request, as our codes: the first `MAX_FAULTS` of them. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  const problems = error.issues.slice(0, MAX_FAULTS).flatMap((issue) => {
    const choices = choicesOf(issue)
    const plain = isEmpty(issue) ? 'empty' : (FIELD_OF_ISSUE[issue.code] ?? 'wrong_type')
    const paths =
      issue.code === 'unrecognized_keys'
        ? issue.keys.slice(0, MAX_FAULTS).map((key) => [...issue.path, key])
        : [issue.path]
    return paths.map((path) => ({
      code: choices ? 'not_a_choice' : plain,
      path: path.map((part) => (typeof part === 'number' ? part : String(part))),
      ...(choices && { values: { choices } }),
    }))
  })
  return problems.slice(0, MAX_FAULTS)
}

/** Renders the same for a form posted without JavaScript: a page of a few words. */
function problemPage(title: string, locale: Locale, id?: string) {
  const words = translator(locale, 'failure')
  return barePage({ locale, title: words('formTitle'), text: [title, words('formKept')], id })
}

/** Returns the RFC 9457 answer to `problem`, in the reader's language. */
export function answerProblem(c: Context, problem: Problem) {
  const { locale, wantsPage } = clientRequest(c)
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
  c.header('vary', VARY)
  const id = status >= 500 ? requestIdOf(c) : undefined
  if (id) c.header(REQUEST_ID, id)
  if (wantsPage) {
    c.header('content-security-policy', barePolicy())
    return c.html(problemPage(body.title, locale, id), status)
  }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}
