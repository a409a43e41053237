import { OpenAPIHono, z } from '@hono/zod-openapi'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, goesTo, json, jsonText } from '../../platform/http/route'
import { contextOf } from '../../readers/request-context'
import { requireRoleHere } from '../../staff/http/gate'
import { slugParam, versionQuery } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { citeResults } from '../commands'
import { findExactJson, findResultsJson, findSnapshot } from '../queries/results'
import { snapshotName } from '../rules/snapshot'
import { results } from '../schema'

/** The address of cited results. */
export const citationParams = slugParam.extend({ seq: z.string().meta({ example: '128' }) })

export const resultRoutes = new OpenAPIHono()

addRoute(
  resultRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/results',
    summary: 'The counts of one consultation',
    description:
      'As readers see them: while it is open in steps of several ballots, one step late (`figures` of the consultation says which). With a token of the scope results:read, and once it is closed, as of now.',
    params: slugParam,
    query: versionQuery,
    answers: { 200: json('The counts', results) },
    refuses: [
      'results_hidden: shown only after closing, or to an editor (scope results:read)',
      'survey_not_found',
    ],
  },
  async (c, { query }) => {
    const asked = query()
    const survey = asked.ok ? await findSurvey(c.req.param('slug'), asked.value.version) : undefined
    if (!survey) return answerProblem(c, { code: 'survey_not_found' })
    // A browser gets what readers get, also for staff; a program with a token for results gets them exactly.
    const shown = showsResults(survey.view)
    const asks = !shown || c.req.header('authorization') !== undefined
    const exact = asks && (await requireRoleHere(c, 'editor', 'results:read')).ok
    if (!exact && !shown) return answerProblem(c, { code: 'results_hidden' })
    return jsonText(c, await (exact ? findExactJson(survey) : findResultsJson(survey)))
  },
)

addRoute(
  resultRoutes,
  {
    method: 'post',
    path: '/surveys/{slug}/snapshots',
    summary: 'Keep the results as they are now, to quote them',
    params: slugParam,
    answers: {
      201: json('Where they stay', z.object({ path: z.string(), results })),
      ...goesTo('To that page'),
    },
    refuses: [
      'results_hidden',
      'survey_not_found',
      'not_possible_now: too few have answered',
      'too_many_citations: wait',
    ],
  },
  async (c) => {
    const survey = await findSurvey(c.req.param('slug'))
    if (!survey) return answerProblem(c, { code: 'survey_not_found' })
    const by = { reader: contextOf(c).readerOf(survey), network: contextOf(c).network }
    const cited = await citeResults(survey, by)
    if (!cited.ok) return answerProblem(c, cited.problem)
    const path = `/consultations/${survey.view.slug}/resultats/${snapshotName(cited.value)}`
    return contextOf(c).wantsPage
      ? c.redirect(`${path}#citation`, 303)
      : c.json({ path, results: cited.value }, 201)
  },
)

addRoute(
  resultRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/results/{seq}',
    summary: 'Results that were cited, as they were',
    params: citationParams,
    answers: { 200: json('The counts', results) },
    refuses: ['survey_not_found', 'not_found'],
  },
  async (c) => {
    const survey = await findSurvey(c.req.param('slug'))
    if (!survey) return answerProblem(c, { code: 'survey_not_found' })
    const snapshot = await findSnapshot(survey, c.req.param('seq'))
    return snapshot ? c.json(snapshot) : answerProblem(c, { code: 'not_found' })
  },
)
