import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { json, problem } from '../../platform/http/openapi'
import { answerProblem } from '../../platform/http/problem-response'
import { slugParam } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { findLedger } from '../queries/ledger'
import { ledgerView } from '../schema'

export const ledgerRoutes = new OpenAPIHono()

ledgerRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/surveys/{slug}/ledger',
    summary: 'What a consultation received, and what was set aside by which rule',
    request: { params: slugParam },
    responses: {
      200: json('Of the figures that readers see', ledgerView),
      403: problem('results_hidden'),
      404: problem('survey_not_found'),
    },
  }),
)
ledgerRoutes.get('/surveys/:slug/ledger', async (c) => {
  const survey = await findSurvey(c.req.param('slug'))
  if (!survey) return answerProblem(c, { code: 'survey_not_found' })
  if (!showsResults(survey.view)) return answerProblem(c, { code: 'results_hidden' })
  return c.json(await findLedger(survey))
})
