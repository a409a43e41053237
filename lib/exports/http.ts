import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { refusal } from '../errors'
import { answerProblem, fieldProblems } from '../problems'
import { requireRoleHere } from '../staff/http/gate'
import { findSurvey } from '../surveys/queries/public'
import { exportSurvey } from './commands/export'
import { EXTENSIONS } from './rules/table'
import { exportQuery, FORMAT_NAMES } from './schema'

/** Files for editors: JSON problems for everybody else. */
export const exportRoutes = new OpenAPIHono()

exportRoutes.get('/surveys/:slug/exports/file', async (c) => {
  const editor = await requireRoleHere(c, 'editor')
  if (!editor.ok) return answerProblem(c, editor.problem)
  const survey = await findSurvey(c.req.param('slug'))
  if (!survey) return answerProblem(c, { code: 'survey_not_found' })
  const query = exportQuery.safeParse(c.req.query())
  if (!query.success) {
    if (query.error.issues.some((issue) => issue.path[0] === 'format')) {
      c.header('x-avis-formats', FORMAT_NAMES.join(', '))
      return answerProblem(c, { code: 'unknown_format' })
    }
    return answerProblem(c, refusal('invalid_request', fieldProblems(query.error)).problem)
  }
  const { format, table } = query.data
  const name =
    format === 'bundle'
      ? `avis-${survey.view.slug}.zip`
      : `avis-${survey.view.slug}-${table}.${EXTENSIONS[format]}`
  const folder = await mkdtemp(path.join(tmpdir(), 'avis-download-'))
  const file = path.join(folder, name)
  try {
    await exportSurvey(survey, query.data, file)
    return await sendFile(c, folder, file, name)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return answerProblem(c, { code: 'disk_full' })
    throw error
  }
})

/** Sends `file` and removes its folder, also when whoever asked goes away before the end. */
async function sendFile(c: Context, folder: string, file: string, name: string) {
  const { size } = await stat(file)
  const stream = createReadStream(file)
  stream.once('close', () => void rm(folder, { recursive: true, force: true }))
  c.header('content-length', String(size))
  c.header('content-type', 'application/octet-stream')
  c.header('content-disposition', `attachment; filename="${name}"`)
  return c.body(Readable.toWeb(stream) as ReadableStream)
}
