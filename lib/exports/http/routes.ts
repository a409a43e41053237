import { stat } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { answerProblem } from '../../platform/http/problem-response'
import { readBody } from '../../platform/http/read-body'
import { requireRoleHere } from '../../staff/http/gate'
import type { Editor } from '../../staff/rules/roles'
import type { Scope } from '../../staff/rules/token-choices'
import { findSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { exportsFolder, fileName } from '../commands/files'
import { cancelExport, startExport } from '../commands/jobs'
import { findExport, listExports } from '../queries/jobs'
import { FORMAT_NAMES } from '../rules/table'
import { exportInput, readExportForm } from '../schema'
import { describeExports } from './description'

/** Files for editors: JSON problems for everybody else. */
export const exportRoutes = new OpenAPIHono()
describeExports(exportRoutes)

type Work = (c: Context, editor: Editor, survey: SurveyRecord, job: string) => Promise<Response>

/**
 * The routes of one survey's exports, for an editor who is signed in or their token of that scope: who asks and of
 * what is looked at once, here. A wrong token is answered like a wrong address, and does not learn which of them it was.
 */
const asEditor = (scope: Scope, work: Work) => async (c: Context) => {
  const editor = await requireRoleHere(c, 'editor', scope)
  if (!editor.ok) {
    const { code } = editor.problem
    return answerProblem(c, { code: code === 'not_found' ? 'survey_not_found' : code })
  }
  const survey = await findSurvey(c.req.param('slug') ?? '')
  if (!survey) return answerProblem(c, { code: 'survey_not_found' })
  const job = c.req.param('job')
  if (job !== undefined && !z.uuid().safeParse(job).success)
    return answerProblem(c, { code: 'export_not_found' })
  return work(c, editor.value, survey, job ?? '')
}

exportRoutes.get(
  '/surveys/:slug/exports',
  asEditor('exports:read', async (c, editor, survey) =>
    c.json({ exports: await listExports(editor, survey.id) }),
  ),
)

exportRoutes.post(
  '/surveys/:slug/exports',
  asEditor('exports:write', async (c, editor, survey) => {
    const { parsed } = await readBody(c, exportInput, (form) => readExportForm(Object.fromEntries(form)))
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
  }),
)

exportRoutes.get(
  '/surveys/:slug/exports/:job',
  asEditor('exports:read', async (c, editor, survey, job) => {
    const found = await findExport(editor, survey.id, job)
    return found ? c.json(found.view) : answerProblem(c, { code: 'export_not_found' })
  }),
)

exportRoutes.delete(
  '/surveys/:slug/exports/:job',
  asEditor('exports:write', async (c, editor, survey, job) => {
    const cancelled = await cancelExport(editor, survey.id, job)
    return cancelled.ok ? c.body(null, 204) : answerProblem(c, cancelled.problem)
  }),
)

exportRoutes.get(
  '/surveys/:slug/exports/:job/file',
  asEditor('exports:read', async (c, editor, survey, job) => {
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
  }),
)
