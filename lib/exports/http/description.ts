import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { json, problem } from '../../platform/http/openapi'
import { slugParam } from '../../surveys/http'
import { exportInput, jobView } from '../schema'

const security: Record<string, string[]>[] = [{ token: [] }, { session: [] }]
const job = slugParam.extend({ job: z.uuid() })
const refused = {
  401: problem('sign_in_required: neither a token nor a sign-in'),
  403: problem('role_required: signed in, and no editor'),
  404: problem('survey_not_found, export_not_found; also for a token that does not open this'),
  429: problem('too_many_attempts: wrong tokens from this network; too_many_exports: still being made'),
}

/** What the API's own description says of exports. */
export function describeExports({ openAPIRegistry: registry }: OpenAPIHono) {
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token that an editor made at /administration/compte/jetons, with the scope named by the route',
  })
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'avis_staff',
    description: 'The cookie of somebody signed in to the desk',
  })
  registry.registerPath(
    createRoute({
      method: 'get',
      path: '/surveys/{slug}/exports',
      summary: 'The files asked for of a consultation, newest first (scope exports:read)',
      security,
      request: { params: slugParam },
      responses: { 200: json('The files', z.object({ exports: z.array(jobView) })), ...refused },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'post',
      path: '/surveys/{slug}/exports',
      summary: 'Ask for a file, which is made in the background (scope exports:write)',
      security,
      request: {
        params: slugParam,
        body: { required: true, content: { 'application/json': { schema: exportInput } } },
      },
      responses: {
        202: json('The file to be', jobView),
        400: problem('unknown_format: the answer lists those there are; malformed_json'),
        422: problem('invalid_request'),
        ...refused,
      },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'get',
      path: '/surveys/{slug}/exports/{job}',
      summary: 'How far a file is (scope exports:read)',
      security,
      request: { params: job },
      responses: { 200: json('The file', jobView), ...refused },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'delete',
      path: '/surveys/{slug}/exports/{job}',
      summary: 'Stop making a file, or remove it (scope exports:write)',
      security,
      request: { params: job },
      responses: { 204: { description: 'It is gone' }, ...refused },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'get',
      path: '/surveys/{slug}/exports/{job}/file',
      summary: 'Download a file, whole or a range of it (scope exports:read)',
      security,
      request: { params: job, headers: z.object({ range: z.string().optional() }) },
      responses: {
        200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
        206: { description: 'The part of it that Range asked for' },
        409: problem('export_not_ready'),
        410: problem('export_gone: cancelled, removed or past its seven days'),
        416: { description: 'A range past its end' },
        ...refused,
      },
    }),
  )
}
