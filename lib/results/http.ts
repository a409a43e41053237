import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { json, problem } from '../openapi'
import { answerProblem } from '../problems'
import { slugParam } from '../surveys/http'
import { findSurvey } from '../surveys/queries/public'
import { showsResults } from '../surveys/rules/life'
import { findResults } from './queries'
import { results } from './schema'

/** Results are of one version of the questions: the latest unless another is named. */
const versionQuery = z.object({ version: z.coerce.number().int().positive().optional() })

export const resultRoutes = new OpenAPIHono()

resultRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/surveys/{slug}/results',
    summary: 'The counts of one consultation as of now',
    request: { params: slugParam, query: versionQuery },
    responses: {
      200: json('The counts', results),
      403: problem('results_hidden: shown only after closing'),
      404: problem('survey_not_found'),
    },
  }),
)
resultRoutes.get('/surveys/:slug/results', async (c) => {
  const { data: query } = versionQuery.safeParse(c.req.query())
  if (!query) return answerProblem(c, { code: 'survey_not_found' })
  const survey = await findSurvey(c.req.param('slug'), query.version)
  if (!survey) return answerProblem(c, { code: 'survey_not_found' })
  if (!showsResults(survey.view)) return answerProblem(c, { code: 'results_hidden' })
  return c.json(await findResults(survey))
})
