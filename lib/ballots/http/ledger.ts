import { OpenAPIHono } from '@hono/zod-openapi'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, json } from '../../platform/http/route'
import { slugParam } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { findLedger } from '../queries/ledger'
import { ledgerView } from '../schema'

export const ledgerRoutes = new OpenAPIHono()

addRoute(
  ledgerRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/ledger',
    summary: 'What a consultation received, and what was set aside by which rule',
    params: slugParam,
    answers: { 200: json('Of the figures that readers see', ledgerView) },
    refuses: ['results_hidden', 'survey_not_found'],
  },
  async (c) => {
    const survey = await findSurvey(c.req.param('slug'))
    if (!survey) return answerProblem(c, { code: 'survey_not_found' })
    if (!showsResults(survey.view)) return answerProblem(c, { code: 'results_hidden' })
    return c.json(await findLedger(survey))
  },
)
