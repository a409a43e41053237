import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { json, problem } from '../platform/http/openapi'
import { answerProblem } from '../platform/http/problem-response'
import { findSurvey, listSurveys } from './queries/public'
import { surveyList, surveyView } from './schema'

export const slugParam = z.object({ slug: z.string().meta({ example: 'meta-investissement-ia-2025' }) })

/** The latest version of the questions, unless another is named. */
export const versionQuery = z.object({ version: z.coerce.number().int().positive().optional() })

export const surveyRoutes = new OpenAPIHono()

surveyRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/surveys',
    summary: 'The consultations readers can find',
    responses: { 200: json('Open ones first, newest first', surveyList) },
  }),
)
surveyRoutes.get('/surveys', async (c) => c.json({ surveys: await listSurveys() }))

surveyRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/surveys/{slug}',
    summary: 'One consultation with its questions',
    request: { params: slugParam, query: versionQuery },
    responses: {
      200: json('The consultation', surveyView),
      404: problem('survey_not_found'),
    },
  }),
)
surveyRoutes.get('/surveys/:slug', async (c) => {
  const { data: query } = versionQuery.safeParse(c.req.query())
  const survey = query && (await findSurvey(c.req.param('slug'), query.version))
  return survey ? c.json(survey.view) : answerProblem(c, { code: 'survey_not_found' })
})
