import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { findBallot } from '../../ballots/queries/ballot'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, goesTo, json } from '../../platform/http/route'
import { contextOf } from '../../readers/request-context'
import { slugParam } from '../../surveys/http'
import { findSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { eraseReader } from '../commands/erase-all'
import { readerData } from '../queries/mine'
import { readerData as dataView, erasureInput } from '../schema'

/**
 * Routes by which a reader exercises their rights over their data in one consultation (articles 15, 17 and 20 of the
 * GDPR).
 */
export const mineRoutes = new OpenAPIHono()

type Mine = { survey: SurveyRecord; reader: Uint8Array<ArrayBuffer> }

async function mineOf(c: Context): Promise<Outcome<Mine>> {
  const survey = await findSurvey(c.req.param('slug') ?? '')
  if (!survey) return refusal('survey_not_found')
  const reader = contextOf(c).readerOf(survey)
  const ballot = reader && (await findBallot(survey, reader))
  return reader && ballot ? success({ survey, reader }) : refusal('ballot_not_found')
}

addRoute(
  mineRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/mine',
    summary: 'Everything that is kept of me in this consultation',
    params: slugParam,
    answers: { 200: json('By my cookies, as a file', dataView) },
    refuses: ['survey_not_found', 'ballot_not_found'],
  },
  async (c) => {
    const mine = await mineOf(c)
    const data = mine.ok ? await readerData(mine.value.survey, mine.value.reader) : undefined
    if (!mine.ok || !data)
      return answerProblem(c, mine.ok ? refusal('ballot_not_found').problem : mine.problem)
    c.header('content-disposition', `attachment; filename="avis-${data.consultation.slug}-mes-donnees.json"`)
    return c.body(JSON.stringify(data, null, 2), 200, { 'content-type': 'application/json' })
  },
)

addRoute(
  mineRoutes,
  {
    method: 'post',
    path: '/surveys/{slug}/mine/erasure',
    summary: 'Erase what I wrote, and take my answers out of the count or leave them in it',
    params: slugParam,
    body: { schema: erasureInput, form: (form) => Object.fromEntries(form) },
    answers: { 200: json('Erased', z.object({})), ...goesTo('Back to my receipts') },
    refuses: [
      'survey_not_found',
      'ballot_not_found',
      'survey_closed: answers leave the count only while the consultation is open',
      'busy: try again after Retry-After seconds',
    ],
  },
  async (c, { body }) => {
    const mine = await mineOf(c)
    if (!mine.ok) return answerProblem(c, mine.problem)
    const { parsed } = await body()
    const { survey, reader } = mine.value
    if (!parsed.ok) return answerProblem(c, parsed.problem)
    const { ballot } = parsed.value
    const erased = await eraseReader(survey, reader, ballot)
    if (!erased.ok) return answerProblem(c, erased.problem)
    if (!contextOf(c).wantsPage) return c.json({})
    const says = { trouve: survey.view.slug, fait: ballot === 'keep' ? 'mots' : 'tout' }
    return c.redirect(`/recu?${new URLSearchParams(says)}#textes`, 303)
  },
)
