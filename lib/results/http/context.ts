import { OpenAPIHono } from '@hono/zod-openapi'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, json } from '../../platform/http/route'
import { slugParam } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { findContext, findFrozenContext } from '../queries/context'
import { frozenContext, resultsContext } from '../schema'
import { citationParams } from './results'

export const contextRoutes = new OpenAPIHono()

addRoute(
  contextRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/context',
    summary: 'What has to be known beside the results: openings, arrivals and timeline',
    params: slugParam,
    answers: { 200: json('Counts, as of now', resultsContext) },
    refuses: ['results_hidden: shown only after closing', 'survey_not_found'],
  },
  async (c) => {
    const survey = await findSurvey(c.req.param('slug'))
    if (!survey) return answerProblem(c, { code: 'survey_not_found' })
    if (!showsResults(survey.view)) return answerProblem(c, { code: 'results_hidden' })
    return c.json(await findContext(survey))
  },
)

addRoute(
  contextRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/results/{seq}/context',
    summary: 'What was shown beside results when they were cited',
    params: citationParams,
    answers: { 200: json('As it was', frozenContext) },
    refuses: ['survey_not_found', 'not_found'],
  },
  async (c) => {
    const survey = await findSurvey(c.req.param('slug'))
    if (!survey) return answerProblem(c, { code: 'survey_not_found' })
    const context = await findFrozenContext(survey, c.req.param('seq'))
    return context ? c.json(context) : answerProblem(c, { code: 'not_found' })
  },
)
