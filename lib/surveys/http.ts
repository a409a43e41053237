import { OpenAPIHono, z } from '@hono/zod-openapi'
import { answerProblem } from '../platform/http/problem-response'
import { addRoute, json } from '../platform/http/route'
import { findSurvey, listSurveys } from './queries/public'
import { surveyList, surveyView } from './schema'

export const slugParam = z.object({ slug: z.string().meta({ example: 'meta-investissement-ia-2025' }) })

/** Selects a version of the questions; the latest by default. */
export const versionQuery = z.object({ version: z.coerce.number().int().positive().optional() })

export const surveyRoutes = new OpenAPIHono()

addRoute(
  surveyRoutes,
  {
    method: 'get',
    path: '/surveys',
    summary: 'The consultations readers can find',
    answers: { 200: json('Open ones first, newest first', surveyList) },
  },
  async (c) => c.json({ surveys: await listSurveys() }),
)

addRoute(
  surveyRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}',
    summary: 'One consultation with its questions',
    params: slugParam,
    query: versionQuery,
    answers: { 200: json('The consultation', surveyView) },
    refuses: ['survey_not_found'],
  },
  async (c, { query }) => {
    const asked = query()
    const survey = asked.ok ? await findSurvey(c.req.param('slug'), asked.value.version) : undefined
    return survey ? c.json(survey.view) : answerProblem(c, { code: 'survey_not_found' })
  },
)
