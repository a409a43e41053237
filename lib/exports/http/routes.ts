import { stat } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, json, type Refusal } from '../../platform/http/route'
import { requireRoleHere } from '../../staff/http/gate'
import type { Editor } from '../../staff/rules/roles'
import type { Scope } from '../../staff/rules/token-choices'
import { slugParam } from '../../surveys/http'
import { findSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { exportsFolder, fileName } from '../commands/files'
import { cancelExport, startExport } from '../commands/jobs'
import { findExport, listExports } from '../queries/jobs'
import { FORMAT_NAMES } from '../rules/table'
import { exportInput, jobView, readExportForm } from '../schema'

/** Files for editors: JSON problems for everybody else. */
export const exportRoutes = new OpenAPIHono()
exportRoutes.openAPIRegistry.registerComponent('securitySchemes', 'token', {
  type: 'http',
  scheme: 'bearer',
  description:
    'A token that an editor made at /administration/compte/jetons, with the scope named by the route',
})
exportRoutes.openAPIRegistry.registerComponent('securitySchemes', 'session', {
  type: 'apiKey',
  in: 'cookie',
  name: 'avis_staff',
  description: 'The cookie of somebody signed in to the desk',
})

const security: Record<string, string[]>[] = [{ token: [] }, { session: [] }]
const jobParams = slugParam.extend({ job: z.uuid() })
const refuses: Refusal[] = [
  'sign_in_required: neither a token nor a sign-in',
  'second_factor_required',
  'role_required: signed in, and no editor',
  'survey_not_found: also for a token that does not open this',
  'too_many_attempts: wrong tokens from this network',
]
const ofOneFile: Refusal[] = [...refuses, 'export_not_found']

type Asked = { editor: Editor; survey: SurveyRecord; job: string }

/**
 * Returns who asks for files, of which survey, and of which file: an editor who is signed in, or a token of theirs with
 * `scope`. A wrong token is refused like a wrong address, and does not learn which of them it was.
 */
async function asEditor(c: Context, scope: Scope): Promise<Outcome<Asked>> {
  const editor = await requireRoleHere(c, 'editor', scope)
  if (!editor.ok) return editor.problem.code === 'not_found' ? refusal('survey_not_found') : editor
  const survey = await findSurvey(c.req.param('slug') ?? '')
  if (!survey) return refusal('survey_not_found')
  const job = c.req.param('job')
  if (job !== undefined && !z.uuid().safeParse(job).success) return refusal('export_not_found')
  return success({ editor: editor.value, survey, job: job ?? '' })
}

addRoute(
  exportRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/exports',
    summary: 'The files asked for of a consultation, newest first (scope exports:read)',
    security,
    params: slugParam,
    answers: { 200: json('The files', z.object({ exports: z.array(jobView) })) },
    refuses,
  },
  async (c) => {
    const asked = await asEditor(c, 'exports:read')
    if (!asked.ok) return answerProblem(c, asked.problem)
    return c.json({ exports: await listExports(asked.value.editor, asked.value.survey.id) })
  },
)

addRoute(
  exportRoutes,
  {
    method: 'post',
    path: '/surveys/{slug}/exports',
    summary: 'Ask for a file, which is made in the background (scope exports:write)',
    security,
    params: slugParam,
    body: { schema: exportInput, form: (form) => readExportForm(Object.fromEntries(form)) },
    answers: { 202: json('The file to be', jobView) },
    refuses: [
      ...refuses,
      'unknown_format: the header x-avis-formats lists those there are',
      'too_many_exports: still being made',
    ],
  },
  async (c, { body }) => {
    const asked = await asEditor(c, 'exports:write')
    if (!asked.ok) return answerProblem(c, asked.problem)
    const { editor, survey } = asked.value
    const { parsed } = await body()
    if (!parsed.ok) {
      if (parsed.problem.fields?.some(({ path }) => path[0] === 'format')) {
        c.header('x-avis-formats', FORMAT_NAMES.join(', '))
        return answerProblem(c, { code: 'unknown_format' })
      }
      return answerProblem(c, parsed.problem)
    }
    const started = await startExport(editor, survey, parsed.value)
    if (!started.ok) return answerProblem(c, started.problem)
    const found = await findExport(editor, survey.id, started.value.id)
    return c.json(found?.view ?? started.value, 202)
  },
)

addRoute(
  exportRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/exports/{job}',
    summary: 'How far a file is (scope exports:read)',
    security,
    params: jobParams,
    answers: { 200: json('The file', jobView) },
    refuses: ofOneFile,
  },
  async (c) => {
    const asked = await asEditor(c, 'exports:read')
    if (!asked.ok) return answerProblem(c, asked.problem)
    const { editor, survey, job } = asked.value
    const found = await findExport(editor, survey.id, job)
    return found ? c.json(found.view) : answerProblem(c, { code: 'export_not_found' })
  },
)

addRoute(
  exportRoutes,
  {
    method: 'delete',
    path: '/surveys/{slug}/exports/{job}',
    summary: 'Stop making a file, or remove it (scope exports:write)',
    security,
    params: jobParams,
    answers: { 204: { description: 'It is gone' } },
    refuses: ofOneFile,
  },
  async (c) => {
    const asked = await asEditor(c, 'exports:write')
    if (!asked.ok) return answerProblem(c, asked.problem)
    const { editor, survey, job } = asked.value
    const cancelled = await cancelExport(editor, survey.id, job)
    return cancelled.ok ? c.body(null, 204) : answerProblem(c, cancelled.problem)
  },
)

const bytes = { 'application/octet-stream': { schema: z.string() } }

addRoute(
  exportRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/exports/{job}/file',
    summary: 'Download a file, whole or a range of it (scope exports:read)',
    security,
    params: jobParams,
    headers: z.object({ range: z.string().optional() }),
    answers: {
      200: { description: 'The file', content: bytes },
      206: { description: 'The part of it that Range asked for', content: bytes },
      416: { description: 'A range past its end' },
    },
    refuses: [...ofOneFile, 'export_not_ready', 'export_gone: cancelled, removed or past its seven days'],
  },
  async (c) => {
    const asked = await asEditor(c, 'exports:read')
    if (!asked.ok) return answerProblem(c, asked.problem)
    const { editor, survey, job } = asked.value
    const found = await findExport(editor, survey.id, job)
    if (!found) return answerProblem(c, { code: 'export_not_found' })
    const { file, state } = found.view
    const gone = state === 'cancelled' || state === 'removed'
    if (!file) return answerProblem(c, { code: gone ? 'export_gone' : 'export_not_ready' })
    const folder = exportsFolder()
    const name = fileName(job, found.attempt)
    if (!(await stat(path.join(folder, name)).catch(() => undefined)))
      return answerProblem(c, { code: 'export_gone' })
    c.header('content-disposition', `attachment; filename="${file.name}"`)
    c.header('cache-control', 'private, no-store')
    c.header('accept-ranges', 'bytes')
    const sent = await serveStatic({ root: folder, path: name })(c, async () => undefined)
    return sent ?? answerProblem(c, { code: 'export_gone' })
  },
)
