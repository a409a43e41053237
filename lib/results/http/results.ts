import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { networkOfRequest } from '../../platform/http/client-network'
import { wantsPage } from '../../platform/http/content-type'
import { json, jsonText, problem } from '../../platform/http/openapi'
import { answerProblem } from '../../platform/http/problem-response'
import { currentReader } from '../../readers/cookies'
import { requireRoleHere } from '../../staff/http/gate'
import { slugParam, versionQuery } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { citeResults } from '../commands'
import { findExactJson, findResultsJson, findSnapshot } from '../queries/results'
import { snapshotName } from '../rules/snapshot'
import { results } from '../schema'

export const resultRoutes = new OpenAPIHono()

resultRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/surveys/{slug}/results',
    summary: 'The counts of one consultation',
    description:
      'As readers see them: while it is open in steps of several ballots, one step late (`figures` of the consultation says which). With a token of the scope results:read, and once it is closed, as of now.',
    request: { params: slugParam, query: versionQuery },
    responses: {
      200: json('The counts', results),
      403: problem('results_hidden: shown only after closing, or to an editor (scope results:read)'),
      404: problem('survey_not_found'),
    },
  }),
)
resultRoutes.get('/surveys/:slug/results', async (c) => {
  const { data: query } = versionQuery.safeParse(c.req.query())
  if (!query) return answerProblem(c, { code: 'survey_not_found' })
  const survey = await findSurvey(c.req.param('slug'), query.version)
  if (!survey) return answerProblem(c, { code: 'survey_not_found' })
  // A browser gets what readers get, also for staff; a program that shows a token for results gets them exactly.
  const shown = showsResults(survey.view)
  const asks = !shown || c.req.header('authorization') !== undefined
  const exact = asks && (await requireRoleHere(c, 'editor', 'results:read')).ok
  if (!exact && !shown) return answerProblem(c, { code: 'results_hidden' })
  return jsonText(c, await (exact ? findExactJson(survey) : findResultsJson(survey)))
})

resultRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'post',
    path: '/surveys/{slug}/snapshots',
    summary: 'Keep the results as they are now, to quote them',
    request: { params: slugParam },
    responses: {
      201: json('Where they stay', z.object({ path: z.string(), results })),
      303: { description: 'To that page, for a form post of a browser' },
      403: problem('results_hidden'),
      404: problem('survey_not_found'),
      409: problem('not_possible_now: too few have answered'),
      429: problem('too_many_citations: wait'),
    },
  }),
)
resultRoutes.post('/surveys/:slug/snapshots', async (c) => {
  const survey = await findSurvey(c.req.param('slug'))
  if (!survey) return answerProblem(c, { code: 'survey_not_found' })
  const by = { reader: currentReader(c, survey), network: networkOfRequest(c) }
  const cited = await citeResults(survey, by)
  if (!cited.ok) return answerProblem(c, cited.problem)
  const path = `/consultations/${survey.view.slug}/resultats/${snapshotName(cited.value)}`
  return wantsPage(c) ? c.redirect(`${path}#citation`, 303) : c.json({ path, results: cited.value }, 201)
})

resultRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/surveys/{slug}/results/{seq}',
    summary: 'Results that were cited, as they were',
    request: { params: slugParam.extend({ seq: z.string().meta({ example: '128' }) }) },
    responses: { 200: json('The counts', results), 404: problem('survey_not_found, not_found') },
  }),
)
resultRoutes.get('/surveys/:slug/results/:seq', async (c) => {
  const survey = await findSurvey(c.req.param('slug'))
  if (!survey) return answerProblem(c, { code: 'survey_not_found' })
  const snapshot = await findSnapshot(survey, c.req.param('seq'))
  return snapshot ? c.json(snapshot) : answerProblem(c, { code: 'not_found' })
})
