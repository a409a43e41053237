import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { json, problem } from '../../platform/http/openapi'
import { answerProblem } from '../../platform/http/problem-response'
import { slugParam } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { findContext, findFrozenContext } from '../queries/context'
import { frozenContext, resultsContext } from '../schema'

export const contextRoutes = new OpenAPIHono()

contextRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/surveys/{slug}/context',
    summary: 'What has to be known beside the results: openings, arrivals and course',
    request: { params: slugParam },
    responses: {
      200: json('Counts, as of now', resultsContext),
      403: problem('results_hidden: shown only after closing'),
      404: problem('survey_not_found'),
    },
  }),
)
contextRoutes.get('/surveys/:slug/context', async (c) => {
  const survey = await findSurvey(c.req.param('slug'))
  if (!survey) return answerProblem(c, { code: 'survey_not_found' })
  if (!showsResults(survey.view)) return answerProblem(c, { code: 'results_hidden' })
  return c.json(await findContext(survey))
})

contextRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/surveys/{slug}/results/{seq}/context',
    summary: 'What was shown beside results when they were cited',
    request: { params: slugParam.extend({ seq: z.string().meta({ example: '128' }) }) },
    responses: { 200: json('As it was', frozenContext), 404: problem('survey_not_found, not_found') },
  }),
)
contextRoutes.get('/surveys/:slug/results/:seq/context', async (c) => {
  const survey = await findSurvey(c.req.param('slug'))
  if (!survey) return answerProblem(c, { code: 'survey_not_found' })
  const context = await findFrozenContext(survey, c.req.param('seq'))
  return context ? c.json(context) : answerProblem(c, { code: 'not_found' })
})
