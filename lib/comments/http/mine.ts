import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { findBallot } from '../../ballots/queries/ballot'
import { wantsPage } from '../../platform/http/content-type'
import { json, problem } from '../../platform/http/openapi'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { answerProblem } from '../../platform/http/problem-response'
import { readBody } from '../../platform/http/read-body'
import { currentReader } from '../../readers/cookies'
import { slugParam } from '../../surveys/http'
import { findSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { eraseReader } from '../commands/erase-all'
import { readerData } from '../queries/mine'
import { readerData as dataView, erasureInput } from '../schema'

/** What a reader can ask of everything that is theirs in one consultation (articles 15, 17 and 20 of the GDPR). */
export const mineRoutes = new OpenAPIHono()

type Mine = { survey: SurveyRecord; reader: Uint8Array<ArrayBuffer> }

async function mineOf(c: Context): Promise<Outcome<Mine>> {
  const survey = await findSurvey(c.req.param('slug') ?? '')
  if (!survey) return refusal('survey_not_found')
  const reader = currentReader(c, survey)
  const ballot = reader && (await findBallot(survey, reader))
  return reader && ballot ? success({ survey, reader }) : refusal('ballot_not_found')
}

const refused = { 404: problem('survey_not_found, ballot_not_found') }

mineRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/surveys/{slug}/mine',
    summary: 'Everything that is kept of me in this consultation',
    request: { params: slugParam },
    responses: { 200: json('By my cookies, as a file', dataView), ...refused },
  }),
)
mineRoutes.get('/surveys/:slug/mine', async (c) => {
  const mine = await mineOf(c)
  const data = mine.ok ? await readerData(mine.value.survey, mine.value.reader) : undefined
  if (!mine.ok || !data) return answerProblem(c, mine.ok ? refusal('ballot_not_found').problem : mine.problem)
  c.header('content-disposition', `attachment; filename="avis-${data.consultation.slug}-mes-donnees.json"`)
  return c.body(JSON.stringify(data, null, 2), 200, { 'content-type': 'application/json' })
})

mineRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'post',
    path: '/surveys/{slug}/mine/erasure',
    summary: 'Erase what I wrote, and take my answers out of the count or leave them in it',
    request: {
      params: slugParam,
      body: {
        content: {
          'application/json': { schema: erasureInput },
          'application/x-www-form-urlencoded': { schema: erasureInput },
        },
      },
    },
    responses: {
      200: json('Erased', z.object({})),
      303: { description: 'Back to my receipts, for a form post of a browser' },
      ...refused,
      409: problem('survey_closed: answers leave the count only while the consultation is open'),
      422: problem('invalid_request'),
      503: problem('busy, database_unavailable'),
    },
  }),
)
mineRoutes.post('/surveys/:slug/mine/erasure', async (c) => {
  const mine = await mineOf(c)
  if (!mine.ok) return answerProblem(c, mine.problem)
  const { parsed } = await readBody(c, erasureInput, (form) => Object.fromEntries(form))
  const { survey, reader } = mine.value
  if (!parsed.ok) return answerProblem(c, parsed.problem)
  const { ballot } = parsed.value
  const erased = await eraseReader(survey, reader, ballot)
  if (!erased.ok) return answerProblem(c, erased.problem)
  if (!wantsPage(c)) return c.json({})
  const says = { trouve: survey.view.slug, fait: ballot === 'keep' ? 'mots' : 'tout' }
  return c.redirect(`/recu?${new URLSearchParams(says)}#textes`, 303)
})
