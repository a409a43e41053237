import { BODY_BYTES } from '../../../lib/ballots/schema'
import { api } from '../../../lib/server/api'
import { SERVER_LIMITS } from '../../../lib/server/apply-headers'
import { auth } from '../../../lib/staff/http/auth'
import type { SurveyRecord } from '../../../lib/surveys/queries/public'
import type { Client } from '../client'
import type { Sent } from './front-door-server'
import { filled, formsOf, jsonsOf, linesOf, type Shaped } from './hostile-texts'
import { routeEntries } from './routes'

/** Bytes that a request's other headers need of their 16 KB. */
const OTHER_HEADERS = 1024
const LINE_BYTES = SERVER_LIMITS.maxHeaderSize - OTHER_HEADERS
/** The headers that our code reads. */
const HEADERS = [
  'accept',
  'accept-language',
  'authorization',
  'avis-proof',
  'content-type',
  'cookie',
  'idempotency-key',
  'last-event-id',
  'origin',
  'referer',
  'sec-fetch-site',
  'user-agent',
  'x-forwarded-for',
]

/** Returns the existing routes, by method and pattern. */
export const routeNames = () => [
  ...new Set(
    [...api.routes, ...auth.routes]
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  ),
]

type Staff = Partial<Record<'moderator' | 'editor', Client>>
export type Asked = { shape: string; sent: Sent }

const cookieOf = (client: Client | undefined) =>
  [...(client?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')

/** Returns all requests to the route `name`: bodies, queries, parts of its address and headers, in every shape. */
export function requestsTo(name: string, survey: SurveyRecord, staff: Staff): Asked[] {
  const entry = routeEntries(survey)[name]
  if (!entry) throw new Error(`scripts/testing/stall-budget/routes.ts says nothing of ${name}`)
  const [method = '', pattern = ''] = name.split(' ')
  const param = '0190a0b0-0000-7000-8000-000000000000'
  const path = pattern.replace(':slug', survey.view.slug).replace(':seq', '1').replace(/:\w+/, param)
  const cookie = cookieOf(entry.as && staff[entry.as])
  const base = { method, path, headers: { 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) } }
  const withBody = (type: string, shapes: Shaped[]) =>
    shapes.map(([shape, body]) => ({
      shape: `${type}: ${shape}`,
      sent: {
        ...base,
        headers: { ...base.headers, 'content-type': type, 'content-length': `${Buffer.byteLength(body)}` },
        body,
      },
    }))
  const { limit, fields = [], like, query = [] } = entry
  // Without a header that names its origin: it is searched for a token before its route sees it.
  const tokens = filled('&form=', BODY_BYTES)
  const unsigned = {
    ...base,
    headers: {
      cookie: cookie || 'avis_reader=x',
      'content-type': 'text/plain',
      'content-length': `${tokens.length}`,
    },
    body: tokens,
  }
  return [
    ...(method === 'POST' ? [{ shape: 'tokens without end', sent: unsigned }] : []),
    ...(limit
      ? [
          ...withBody('application/x-www-form-urlencoded', formsOf(limit.bytes, fields)),
          ...withBody('application/json', jsonsOf(limit.bytes, like)),
          ...withBody('text/plain', formsOf(limit.bytes, fields).slice(0, 3)),
        ]
      : []),
    ...['odd', ...query].flatMap((parameter) =>
      linesOf(LINE_BYTES - path.length).map(([shape, text]) => ({
        shape: `?${parameter}: ${shape}`,
        sent: { ...base, path: `${path}?${parameter}=${text.replaceAll(' ', '+')}` },
      })),
    ),
    ...(pattern.includes(':')
      ? linesOf(LINE_BYTES).map(([shape, text]) => ({
          shape: `address: ${shape}`,
          sent: { ...base, path: pattern.replace(/:\w+/, text.replaceAll(' ', '+').replaceAll('?', '')) },
        }))
      : []),
    ...HEADERS.flatMap((header) =>
      linesOf(LINE_BYTES - cookie.length).map(([shape, text]) => ({
        shape: `${header}: ${shape}`,
        sent: {
          ...base,
          headers: { ...base.headers, [header]: header === 'cookie' && cookie ? `${cookie}; ${text}` : text },
        },
      })),
    ),
  ]
}
